/** Divide and conquer by forked tasks. */
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;

public class ForkJoinSums {
    static class Sum extends RecursiveTask<Long> {
        private final int[] numbers;
        private final int from;
        private final int to;

        Sum(int[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Long compute() {
            if (to - from < 100) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += numbers[i];
                }
                return sum;
            }
            int middle = (from + to) / 2;
            Sum left = new Sum(numbers, from, middle);
            Sum right = new Sum(numbers, middle, to);
            left.fork();
            return right.compute() + left.join();
        }
    }

    static class Sort extends RecursiveAction {
        private final int[] numbers;
        private final int from;
        private final int to;

        Sort(int[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from < 64) {
                Arrays.sort(numbers, from, to);
                return;
            }
            int middle = (from + to) / 2;
            invokeAll(new Sort(numbers, from, middle), new Sort(numbers, middle, to));
            int[] left = Arrays.copyOfRange(numbers, from, middle);
            for (int i = 0, j = middle, k = from; i < left.length; k++) {
                numbers[k] = j < to && numbers[j] < left[i] ? numbers[j++] : left[i++];
            }
        }
    }

    static class Fib extends RecursiveTask<Integer> {
        private final int n;

        Fib(int n) {
            this.n = n;
        }

        @Override
        protected Integer compute() {
            if (n < 2) {
                return n;
            }
            Fib one = new Fib(n - 1);
            one.fork();
            return new Fib(n - 2).compute() + one.join();
        }
    }

    public static void main(String[] args) throws Exception {
        int[] numbers = new Random(5).ints(2000, 0, 100000).toArray();
        ForkJoinPool pool = new ForkJoinPool(3);
        System.out.println(pool.invoke(new Sum(numbers, 0, numbers.length)) + " " + Arrays.stream(numbers).asLongStream().sum());
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        pool.invoke(new Sort(numbers, 0, numbers.length));
        System.out.println(Arrays.equals(sorted, numbers) + " " + Arrays.hashCode(numbers));
        System.out.println(pool.submit(new Fib(15)).get() + " " + pool.getParallelism());
        System.out.println(new Fib(12).invoke());
        ForkJoinTask<String> adapted = ForkJoinTask.adapt(() -> "adapted");
        System.out.println(pool.submit(adapted).join() + " " + adapted.isCompletedNormally() + " " + adapted.getRawResult());
        ForkJoinTask<Integer> failing = new RecursiveTask<>() {
            @Override
            protected Integer compute() {
                throw new IllegalArgumentException("no result");
            }
        };
        try {
            pool.invoke(failing);
        } catch (IllegalArgumentException e) {
            System.out.println("failed " + failing.isCompletedAbnormally());
        }
        System.out.println(ForkJoinPool.commonPool().submit(() -> 3).get() + " " + ForkJoinTask.inForkJoinPool());
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS) + " " + pool.isTerminated());
    }
}
