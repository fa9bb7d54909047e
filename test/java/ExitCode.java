/** System.exit ends at once: no finally, no other threads. */
public class ExitCode {
    public static void main(String[] args) throws InterruptedException {
        Thread forever = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            }
        });
        forever.start();
        try {
            System.out.println("leaving with 42");
            System.exit(42);
        } finally {
            System.out.println("never printed");
        }
    }
}
