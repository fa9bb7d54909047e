import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** For `java` only: the processor time of each kernel, in nanoseconds, the median of some runs. */
public final class Timed {
    private Timed() {}

    public static void main(String[] args) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String name : args) {
            long[] times = new long[5];
            Kernels.run(name);
            for (int i = 0; i < times.length; i++) {
                long before = threads.getCurrentThreadCpuTime();
                Kernels.run(name);
                times[i] = threads.getCurrentThreadCpuTime() - before;
            }
            Arrays.sort(times);
            System.out.println(name + " " + times[times.length / 2]);
        }
    }
}
