/** Assertions are off unless asked for. */
public class Assertions {
    static int evaluated;

    static boolean check() {
        evaluated++;
        return false;
    }

    public static void main(String[] args) {
        assert check() : "message " + evaluated;
        System.out.println(evaluated);
        try {
            throw new AssertionError("explicit", new Exception("cause"));
        } catch (AssertionError e) {
            System.out.println(e.getMessage() + " " + e.getCause().getMessage());
        }
    }
}
