/** StringBuffer, the synchronized elder. */
public class StringBuffers {
    public static void main(String[] args) throws InterruptedException {
        StringBuffer b = new StringBuffer();
        for (int i = 0; i < 20; i++) {
            b.append(i).append(i % 3 == 0 ? "fizz" : "").append(',');
        }
        System.out.println(b);
        b.insert(3, "[inserted]").reverse().setLength(30);
        System.out.println(b + " " + b.indexOf("]") + " " + b.lastIndexOf("1"));
        System.out.println(b.replace(0, 5, "start ").delete(10, 12).deleteCharAt(0));
        StringBuffer shared = new StringBuffer();
        Thread[] threads = new Thread[3];
        for (int t = 0; t < threads.length; t++) {
            char c = (char) ('a' + t);
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    shared.append(c);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int[] counts = new int[3];
        for (int i = 0; i < shared.length(); i++) {
            counts[shared.charAt(i) - 'a']++;
        }
        System.out.println(shared.length() + " " + counts[0] + " " + counts[1] + " " + counts[2]);
        System.out.println(new StringBuffer("abc").compareTo(new StringBuffer("abd")) + " " + "abc".contentEquals(new StringBuffer("abc")));
    }
}
