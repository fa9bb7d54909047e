package java.util;

import java.io.Serializable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The linear congruential generator of 48 bits whose sequence for a seed the platform fixes (Knuth, The Art of Computer
 * Programming, volume 2, section 3.2.1). What JDK 17 makes by other means is left out: nextExponential and nextGaussian with
 * a mean.
 */
public class Random implements Serializable {
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final long MASK = (1L << 48) - 1;

    private static long distinction = 8682522807148012L;

    private long seed;
    private double spareGaussian;
    private boolean hasSpareGaussian;

    /** A seed that is unlike the one before. */
    public Random() {
        this(nextDistinction() ^ System.nanoTime());
    }

    public Random(long seed) {
        if (getClass() == Random.class) {
            this.seed = scrambled(seed);
        } else {
            setSeed(seed);
        }
    }

    private static synchronized long nextDistinction() {
        distinction *= 1181783497276652981L;
        return distinction;
    }

    private static long scrambled(long seed) {
        return (seed ^ MULTIPLIER) & MASK;
    }

    public synchronized void setSeed(long seed) {
        this.seed = scrambled(seed);
        hasSpareGaussian = false;
    }

    /** The next 1 … 32 bits, signed. */
    protected synchronized int next(int bits) {
        seed = seed * MULTIPLIER + INCREMENT & MASK;
        return (int) (seed >>> 48 - bits);
    }

    public void nextBytes(byte[] bytes) {
        int word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = (i & 3) == 0 ? nextInt() : word >> 8;
            bytes[i] = (byte) word;
        }
    }

    public int nextInt() {
        return next(32);
    }

    /** From 0 to {@code bound} - 1, all equally likely. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        int bits = next(31);
        if ((bound & bound - 1) == 0) {
            return (int) (bound * (long) bits >> 31);
        }
        int value = bits % bound;
        while (bits - value + (bound - 1) < 0) {
            bits = next(31);
            value = bits % bound;
        }
        return value;
    }

    public int nextInt(int origin, int bound) {
        checkBounds(origin < bound);
        int bits = nextInt();
        int range = bound - origin;
        if (range <= 0) {
            while (bits < origin || bits >= bound) {
                bits = nextInt();
            }
            return bits;
        }
        if ((range & range - 1) == 0) {
            return (bits & range - 1) + origin;
        }
        bits >>>= 1;
        int value = bits % range;
        while (bits + (range - 1) - value < 0) {
            bits = nextInt() >>> 1;
            value = bits % range;
        }
        return value + origin;
    }

    public long nextLong() {
        return ((long) next(32) << 32) + next(32);
    }

    public long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive");
        }
        return nextLong(0, bound);
    }

    public long nextLong(long origin, long bound) {
        checkBounds(origin < bound);
        long bits = nextLong();
        long range = bound - origin;
        if (range <= 0) {
            while (bits < origin || bits >= bound) {
                bits = nextLong();
            }
            return bits;
        }
        if ((range & range - 1) == 0) {
            return (bits & range - 1) + origin;
        }
        bits >>>= 1;
        long value = bits % range;
        while (bits + (range - 1) - value < 0) {
            bits = nextLong() >>> 1;
            value = bits % range;
        }
        return value + origin;
    }

    public boolean nextBoolean() {
        return next(1) != 0;
    }

    public float nextFloat() {
        return next(24) / (float) (1 << 24);
    }

    public float nextFloat(float bound) {
        if (!(bound > 0 && bound < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be finite and positive");
        }
        float value = nextFloat() * bound;
        return value < bound ? value : Math.nextDown(bound);
    }

    public float nextFloat(float origin, float bound) {
        checkBounds(origin < bound && bound - origin < Float.POSITIVE_INFINITY);
        float value = nextFloat() * (bound - origin) + origin;
        return value < bound ? value : Math.nextDown(bound);
    }

    public double nextDouble() {
        return (((long) next(26) << 27) + next(27)) * 0x1.0p-53;
    }

    public double nextDouble(double bound) {
        if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bound must be finite and positive");
        }
        double value = nextDouble() * bound;
        return value < bound ? value : Math.nextDown(bound);
    }

    public double nextDouble(double origin, double bound) {
        checkBounds(origin < bound && bound - origin < Double.POSITIVE_INFINITY);
        double value = nextDouble() * (bound - origin) + origin;
        return value < bound ? value : Math.nextDown(bound);
    }

    private static void checkBounds(boolean inOrder) {
        if (!inOrder) {
            throw new IllegalArgumentException("bound must be greater than origin");
        }
    }

    /** Mean 0, standard deviation 1: the polar method, which makes two values at a time. */
    public synchronized double nextGaussian() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        hasSpareGaussian = true;
        return x * scale;
    }

    private static void checkSize(long streamSize) {
        if (streamSize < 0) {
            throw new IllegalArgumentException("size must be non-negative");
        }
    }

    public IntStream ints() {
        return IntStream.generate(this::nextInt);
    }

    public IntStream ints(long streamSize) {
        checkSize(streamSize);
        return ints().limit(streamSize);
    }

    public IntStream ints(int randomNumberOrigin, int randomNumberBound) {
        checkBounds(randomNumberOrigin < randomNumberBound);
        return IntStream.generate(() -> nextInt(randomNumberOrigin, randomNumberBound));
    }

    public IntStream ints(long streamSize, int randomNumberOrigin, int randomNumberBound) {
        checkSize(streamSize);
        return ints(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }

    public LongStream longs() {
        return LongStream.generate(this::nextLong);
    }

    public LongStream longs(long streamSize) {
        checkSize(streamSize);
        return longs().limit(streamSize);
    }

    public LongStream longs(long randomNumberOrigin, long randomNumberBound) {
        checkBounds(randomNumberOrigin < randomNumberBound);
        return LongStream.generate(() -> nextLong(randomNumberOrigin, randomNumberBound));
    }

    public LongStream longs(long streamSize, long randomNumberOrigin, long randomNumberBound) {
        checkSize(streamSize);
        return longs(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }

    public DoubleStream doubles() {
        return DoubleStream.generate(this::nextDouble);
    }

    public DoubleStream doubles(long streamSize) {
        checkSize(streamSize);
        return doubles().limit(streamSize);
    }

    public DoubleStream doubles(double randomNumberOrigin, double randomNumberBound) {
        checkBounds(randomNumberOrigin < randomNumberBound);
        return DoubleStream.generate(() -> nextDouble(randomNumberOrigin, randomNumberBound));
    }

    public DoubleStream doubles(long streamSize, double randomNumberOrigin, double randomNumberBound) {
        checkSize(streamSize);
        return doubles(randomNumberOrigin, randomNumberBound).limit(streamSize);
    }
}
