import java.util.*;
/** A thousand threads that wait at once, and three thousand one after the other. */
public class ManyThreads {
    static int total; static final Object LOCK = new Object();
    public static void main(String[] args) throws Exception {
        List<Thread> ts = new ArrayList<>();
        for (int i = 0; i < 1000; i++) { int n = i; Thread t = new Thread(() -> { synchronized (LOCK) { total += n; try { LOCK.wait(); } catch (InterruptedException e) { } total++; } }); t.start(); ts.add(t); }
        while (true) { synchronized (LOCK) { if (total == 499500) break; } Thread.sleep(1); }
        System.out.println("all wait " + total); synchronized (LOCK) { LOCK.notifyAll(); }
        for (Thread t : ts) t.join(); System.out.println(total);
        for (int r = 0; r < 3000; r++) { Thread t = new Thread(() -> total++); t.start(); t.join(); }
        System.out.println(total);
    }
}
