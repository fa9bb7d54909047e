import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * For `java` only: the processor time of benchmarks of are-we-fast-yet, which must be on the class path, in nanoseconds: the median of
 * some runs. Arguments: name, inner iterations, name, inner iterations, and so on.
 */
public final class Suite {
    private static final long ENOUGH_NANOS = 600_000_000L;

    private Suite() {}

    public static void main(String[] args) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Method loop = Class.forName("Benchmark").getMethod("innerBenchmarkLoop", int.class);
        loop.setAccessible(true);
        for (int arg = 0; arg < args.length; arg += 2) {
            Object benchmark = Class.forName(args[arg]).getDeclaredConstructor().newInstance();
            Integer inner = Integer.valueOf(args[arg + 1]);
            long[] times = new long[7];
            int count = 0;
            for (long spent = 0; count < times.length && spent < ENOUGH_NANOS; count++) {
                long before = threads.getCurrentThreadCpuTime();
                if (!loop.invoke(benchmark, inner).equals(true)) {
                    throw new IllegalStateException(args[arg] + " fails its own check");
                }
                times[count] = threads.getCurrentThreadCpuTime() - before;
                spent += times[count];
            }
            Arrays.sort(times, 0, count);
            System.out.println(args[arg] + " " + times[count / 2]);
        }
    }
}
