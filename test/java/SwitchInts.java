/** Dense, sparse, falling through and extreme cases of a switch over numbers. */
public class SwitchInts {
    static String dense(int n) {
        switch (n) {
            case 0:
                return "zero";
            case 1:
            case 2:
                return "few";
            case 3:
                n += 10;
            case 4:
                n += 100;
                break;
            default:
                return "many";
            case -1:
                return "minus";
        }
        return "fell to " + n;
    }

    static int sparse(int n) {
        switch (n) {
            case Integer.MIN_VALUE: return 1;
            case -1000000: return 2;
            case 0: return 3;
            case 77777: return 4;
            case Integer.MAX_VALUE: return 5;
        }
        return -1;
    }

    static int high(int n) {
        switch (n) {
            case Integer.MAX_VALUE: return 1;
            case Integer.MAX_VALUE - 1: return 2;
            case Integer.MAX_VALUE - 2: return 3;
            default: return 0;
        }
    }

    static String letters(char c) {
        switch (c) {
            case 'a': case 'e': case 'i': case 'o': case 'u':
                return "vowel";
            default:
                if (c >= 'a' && c <= 'z') {
                    return "consonant";
                }
            case ' ':
                return "other";
        }
    }

    static int bytes(byte b) {
        switch (b) {
            case -128: return 1;
            case 127: return 2;
            default: return 3;
        }
    }

    public static void main(String[] args) {
        for (int i = -2; i < 7; i++) {
            System.out.println(i + " " + dense(i));
        }
        int[] numbers = {Integer.MIN_VALUE, -1000000, -1, 0, 1, 77777, 77778, Integer.MAX_VALUE - 2, Integer.MAX_VALUE};
        for (int n : numbers) {
            System.out.println(sparse(n) + " " + high(n));
        }
        for (char c : "be z!".toCharArray()) {
            System.out.println(letters(c));
        }
        System.out.println(bytes((byte) -128) + " " + bytes((byte) 127) + " " + bytes((byte) 128) + " " + bytes((byte) 5));
        int sum = 0;
        loop:
        for (int i = 0; ; i++) {
            switch (i % 5) {
                case 0: continue loop;
                case 3: sum += i; break;
                case 4: if (i > 50) { break loop; }
                default: sum++;
            }
        }
        System.out.println(sum);
        Integer boxed = 3;
        switch (boxed) {
            case 3: System.out.println("unboxed"); break;
            default: System.out.println("no");
        }
    }
}
