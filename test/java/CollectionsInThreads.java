/** Collections that several threads share, each guarded in its own way; the sums come out right. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

public class CollectionsInThreads {
    private static void together(int threads, Runnable task) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Thread[] all = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            all[t] = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                task.run();
            });
            all[t].start();
        }
        go.countDown();
        for (Thread thread : all) {
            thread.join();
        }
    }

    public static void main(String[] args) throws InterruptedException {
        List<Integer> synchronizedList = Collections.synchronizedList(new ArrayList<>());
        Vector<Integer> vector = new Vector<>();
        List<Integer> copying = new CopyOnWriteArrayList<>();
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
        Map<Integer, Integer> guarded = new HashMap<>();
        LongAdder adder = new LongAdder();
        int[] plain = new int[1];
        together(5, () -> {
            for (int i = 0; i < 60; i++) {
                synchronizedList.add(i);
                vector.add(i);
                if (i % 4 == 0) {
                    copying.add(i);
                }
                queue.offer(i);
                adder.add(i);
                synchronized (guarded) {
                    guarded.merge(i % 7, 1, Integer::sum);
                    plain[0]++;
                }
            }
        });
        System.out.println(synchronizedList.size() + " " + vector.size() + " " + copying.size() + " " + queue.size() + " " + adder + " " + guarded + " " + plain[0]);
        System.out.println(synchronizedList.stream().mapToInt(x -> x).sum() + " " + vector.stream().mapToInt(x -> x).sum() + " " + queue.stream().mapToInt(x -> x).sum());
        LongAdder taken = new LongAdder();
        together(3, () -> {
            for (Integer x = queue.poll(); x != null; x = queue.poll()) {
                taken.add(x);
            }
        });
        System.out.println(taken.sum() + " " + queue.isEmpty());
    }
}
