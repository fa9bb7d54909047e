/** Atomic numbers, references, arrays, adders. */
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

public class Atomics {
    public static void main(String[] args) throws InterruptedException {
        AtomicInteger shared = new AtomicInteger();
        AtomicLong sharedLong = new AtomicLong();
        LongAdder adder = new LongAdder();
        AtomicIntegerArray slots = new AtomicIntegerArray(3);
        AtomicReference<String> text = new AtomicReference<>("");
        Thread[] threads = new Thread[5];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    shared.incrementAndGet();
                    sharedLong.addAndGet(3);
                    adder.increment();
                    slots.getAndAdd(i % 3, i);
                    if (i % 100 == 0) {
                        text.updateAndGet(s -> s + "x");
                    }
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(shared + " " + sharedLong + " " + adder + " " + slots + " " + text);
        AtomicInteger a = new AtomicInteger(5);
        System.out.println(a.getAndIncrement() + " " + a.get() + " " + a.compareAndSet(6, 9) + " " + a.compareAndSet(6, 1) + " " + a.getAndSet(2)
                + " " + a.updateAndGet(x -> x * 7) + " " + a.getAndUpdate(x -> x + 1) + " " + a.accumulateAndGet(5, Math::max) + " " + a.getAndAccumulate(3, (x, y) -> x - y)
                + " " + a.decrementAndGet() + " " + a.getAndDecrement() + " " + a.intValue() + " " + a.doubleValue() + " " + a.compareAndExchange(10, 11));
        AtomicLong l = new AtomicLong(Long.MAX_VALUE);
        System.out.println(l.incrementAndGet() + " " + l.getAndAdd(5) + " " + l.longValue());
        AtomicBoolean b = new AtomicBoolean();
        System.out.println(b.compareAndSet(false, true) + " " + b.getAndSet(false) + " " + b);
        AtomicLongArray longs = new AtomicLongArray(new long[] {1, 2, 3});
        System.out.println(longs.incrementAndGet(1) + " " + longs.compareAndSet(0, 1, 10) + " " + longs + " " + longs.accumulateAndGet(2, 4, (x, y) -> x * y) + " " + longs.length());
        AtomicReferenceArray<String> refs = new AtomicReferenceArray<>(2);
        System.out.println(refs.getAndSet(0, "p") + " " + refs.compareAndSet(1, null, "q") + " " + refs + " " + refs.updateAndGet(1, s -> s + s));
        try {
            refs.get(2);
        } catch (IndexOutOfBoundsException e) {
            System.out.println("out of bounds");
        }
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("v", 1);
        int[] stamp = new int[1];
        System.out.println(stamped.get(stamp) + stamp[0] + " " + stamped.compareAndSet("v", "w", 1, 2) + " " + stamped.compareAndSet("w", "x", 1, 3) + " " + stamped.getReference() + stamped.getStamp());
        AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("m", false);
        System.out.println(marked.attemptMark("m", true) + " " + marked.isMarked() + " " + marked.compareAndSet("m", "n", false, true));
        LongAccumulator max = new LongAccumulator(Math::max, Long.MIN_VALUE);
        for (long x : new long[] {3, 9, 4}) {
            max.accumulate(x);
        }
        DoubleAdder sum = new DoubleAdder();
        sum.add(1.5);
        sum.add(2.25);
        DoubleAccumulator product = new DoubleAccumulator((x, y) -> x * y, 1);
        product.accumulate(4);
        product.accumulate(2.5);
        System.out.println(max + " " + sum + " " + sum.sumThenReset() + " " + sum.sum() + " " + product.getThenReset() + " " + product.get());
        System.out.println(Arrays.toString(new int[] {adder.intValue(), (int) adder.sumThenReset(), adder.intValue()}));
    }
}
