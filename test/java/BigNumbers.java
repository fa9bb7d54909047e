/** Arithmetic on numbers of any length: factorials, powers, Fibonacci numbers, digits of e. */
public class BigNumbers {
    /** Digits in base 10,000, least significant first. */
    private final int[] digits;

    BigNumbers(int... digits) {
        int n = digits.length;
        while (n > 1 && digits[n - 1] == 0) {
            n--;
        }
        this.digits = java.util.Arrays.copyOf(digits, n);
    }

    BigNumbers plus(BigNumbers other) {
        int n = Math.max(digits.length, other.digits.length);
        int[] sum = new int[n + 1];
        int carry = 0;
        for (int i = 0; i <= n; i++) {
            int s = carry + (i < digits.length ? digits[i] : 0) + (i < other.digits.length ? other.digits[i] : 0);
            sum[i] = s % 10000;
            carry = s / 10000;
        }
        return new BigNumbers(sum);
    }

    BigNumbers times(BigNumbers other) {
        int[] product = new int[digits.length + other.digits.length];
        for (int i = 0; i < digits.length; i++) {
            int carry = 0;
            for (int j = 0; j < other.digits.length || carry > 0; j++) {
                int p = product[i + j] + carry + (j < other.digits.length ? digits[i] * other.digits[j] : 0);
                product[i + j] = p % 10000;
                carry = p / 10000;
            }
        }
        return new BigNumbers(product);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(digits[digits.length - 1]);
        for (int i = digits.length - 2; i >= 0; i--) {
            String four = "" + digits[i];
            text.append("0".repeat(4 - four.length())).append(four);
        }
        return text.toString();
    }

    static String digitsOfE(int count) {
        int[] a = new int[count + 10];
        java.util.Arrays.fill(a, 1);
        StringBuilder e = new StringBuilder("2.");
        for (int i = 0; i < count; i++) {
            int carry = 0;
            for (int k = a.length - 1; k >= 0; k--) {
                int x = a[k] * 10 + carry;
                carry = x / (k + 2);
                a[k] = x % (k + 2);
            }
            e.append(carry);
        }
        return e.toString();
    }

    public static void main(String[] args) {
        BigNumbers factorial = new BigNumbers(1);
        for (int i = 2; i <= 100; i++) {
            factorial = factorial.times(new BigNumbers(i));
        }
        System.out.println(factorial);
        BigNumbers a = new BigNumbers(0);
        BigNumbers b = new BigNumbers(1);
        for (int i = 0; i < 500; i++) {
            BigNumbers c = a.plus(b);
            a = b;
            b = c;
        }
        System.out.println(a);
        BigNumbers power = new BigNumbers(2);
        for (int i = 0; i < 9; i++) {
            power = power.times(power);
        }
        System.out.println(power);
        System.out.println(digitsOfE(120));
    }
}
