import java.util.ArrayList;
import java.util.HashMap;

/** Small programs whose time is measured. Each returns a number that depends on all of its work. */
public final class Kernels {
    private Kernels() {}

    public static final String[] NAMES = {
        "loop", "calls", "virtual", "interface", "fields", "sieve", "long", "double", "allocate", "strings",
        "queens", "permute", "towers", "list", "bounce", "storage", "mandelbrot", "nbody", "tasks", "hash", "json", "bytecode",
    };

    public static void main(String[] args) {
        int repetitions = Integer.parseInt(args[1]);
        for (int i = 0; i < repetitions; i++) System.out.println(run(args[0]));
    }

    public static int run(String name) {
        switch (name) {
            case "hello": return 1;
            case "loop": return loop(1_000_000);
            case "calls": return fibonacci(25);
            case "virtual": return virtual(400_000);
            case "interface": return interfaces(400_000);
            case "fields": return fields(500_000);
            case "sieve": return sieve(200_000);
            case "long": return longs(400_000);
            case "double": return doubles(400_000);
            case "allocate": return allocate(200_000);
            case "strings": return strings(20_000);
            case "queens": return Queens.run(400);
            case "permute": return Permute.run(8);
            case "towers": return Towers.run(17);
            case "list": return Lists.run(18, 12, 6);
            case "bounce": return Bounce.run(100, 1_000);
            case "storage": return Storage.run(9);
            case "mandelbrot": return Mandelbrot.run(80);
            case "nbody": return NBody.run(3_000);
            case "tasks": return Tasks.run(60_000);
            case "hash": return hash(20_000);
            case "json": return Json.run(40);
            case "bytecode": return StackMachine.run(60_000);
            default: throw new IllegalArgumentException(name);
        }
    }

    static int loop(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) sum += i ^ (sum << 1);
        return sum;
    }

    static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    abstract static class Shape {
        abstract int area(int scale);
    }

    static final class Square extends Shape {
        @Override int area(int scale) { return scale * scale; }
    }

    static final class Strip extends Shape {
        @Override int area(int scale) { return 3 * scale; }
    }

    static int virtual(int count) {
        Shape[] shapes = { new Square(), new Strip(), new Square(), new Square() };
        int sum = 0;
        for (int i = 0; i < count; i++) sum += shapes[i & 3].area(i);
        return sum;
    }

    interface Step {
        int next(int value);
    }

    static final class Add implements Step {
        @Override public int next(int value) { return value + 7; }
    }

    static final class Mix implements Step {
        @Override public int next(int value) { return value * 31 ^ 5; }
    }

    static int interfaces(int count) {
        Step[] steps = { new Add(), new Mix() };
        int value = 1;
        for (int i = 0; i < count; i++) value = steps[i & 1].next(value);
        return value;
    }

    static final class Counter {
        int ticks;
        int wraps;
        Counter other;
    }

    static int fields(int count) {
        Counter first = new Counter();
        Counter second = new Counter();
        first.other = second;
        second.other = first;
        Counter current = first;
        for (int i = 0; i < count; i++) {
            current.ticks += i;
            if ((current.ticks & 1024) != 0) current.other.wraps++;
            current = current.other;
        }
        return first.ticks + second.wraps;
    }

    static int sieve(int limit) {
        boolean[] composite = new boolean[limit + 1];
        int primes = 0;
        for (int i = 2; i <= limit; i++) {
            if (composite[i]) continue;
            primes++;
            for (int j = i + i; j <= limit; j += i) composite[j] = true;
        }
        return primes;
    }

    static int longs(int count) {
        long state = 0x5DEECE66DL;
        long sum = 0;
        for (int i = 0; i < count; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            sum += (state >>> 33) ^ (state << 5);
            if (sum < 0) sum = ~sum;
        }
        return (int) (sum ^ (sum >>> 32));
    }

    static int doubles(int count) {
        double x = 0.5;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            x = 3.75 * x * (1.0 - x);
            if (x > 0.5) sum += x;
        }
        return (int) (sum * 1000);
    }

    static final class Cell {
        final int value;
        final Cell next;

        Cell(int value, Cell next) {
            this.value = value;
            this.next = next;
        }
    }

    static int allocate(int count) {
        Cell chain = null;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            chain = new Cell(i, (i & 63) == 0 ? null : chain);
            sum += chain.next == null ? 1 : chain.next.value;
        }
        return sum;
    }

    static int strings(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            StringBuilder builder = new StringBuilder();
            builder.append("item ").append(i).append(':').append(i * 3);
            String text = builder.toString();
            sum += text.length() + text.charAt(text.length() - 1);
        }
        return sum;
    }

    static int hash(int count) {
        HashMap<Integer, ArrayList<Integer>> groups = new HashMap<>();
        for (int i = 0; i < count; i++) {
            groups.computeIfAbsent(i * 7919 % 997, key -> new ArrayList<>()).add(i);
        }
        int sum = 0;
        for (ArrayList<Integer> group : groups.values()) {
            for (int value : group) sum = sum * 31 + value;
        }
        return sum;
    }
}
