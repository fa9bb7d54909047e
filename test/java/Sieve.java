/** The sieve of Eratosthenes, over and over. */
public class Sieve {
    static int count(int limit) {
        boolean[] composite = new boolean[limit + 1];
        int count = 0;
        for (int i = 2; i <= limit; i++) {
            if (!composite[i]) {
                count++;
                for (long m = (long) i * i; m <= limit; m += i) {
                    composite[(int) m] = true;
                }
            }
        }
        return count;
    }

    public static void main(String[] args) {
        for (int limit = 10; limit <= 100000; limit *= 10) {
            System.out.println(limit + " " + count(limit));
        }
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += count(5000 + i);
        }
        System.out.println(sum);
    }
}
