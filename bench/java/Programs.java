/** Larger kernels: the classical small programs, written anew. */
final class Queens {
    private final boolean[] rows = new boolean[8];
    private final boolean[] rising = new boolean[16];
    private final boolean[] falling = new boolean[16];
    private final int[] column = new int[8];

    static int run(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            Queens board = new Queens();
            if (board.place(0)) for (int row : board.column) sum = sum * 8 + row;
        }
        return sum;
    }

    private boolean place(int at) {
        if (at == 8) return true;
        for (int row = 0; row < 8; row++) {
            if (rows[row] || rising[at + row] || falling[at - row + 7]) continue;
            set(row, at, true);
            column[at] = row;
            if (place(at + 1)) return true;
            set(row, at, false);
        }
        return false;
    }

    private void set(int row, int at, boolean taken) {
        rows[row] = taken;
        rising[at + row] = taken;
        falling[at - row + 7] = taken;
    }
}

final class Permute {
    private final int[] values;
    private int count;

    private Permute(int size) {
        values = new int[size];
        for (int i = 0; i < size; i++) values[i] = i;
    }

    static int run(int size) {
        Permute permute = new Permute(size);
        permute.from(size);
        return permute.count;
    }

    private void from(int n) {
        count++;
        if (n == 0) return;
        from(n - 1);
        for (int i = n - 1; i >= 0; i--) {
            swap(n - 1, i);
            from(n - 1);
            swap(n - 1, i);
        }
    }

    private void swap(int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}

final class Towers {
    private static final class Disk {
        final int size;
        Disk below;

        Disk(int size) { this.size = size; }
    }

    private final Disk[] piles = new Disk[3];
    private int moves;

    static int run(int disks) {
        Towers towers = new Towers();
        for (int size = disks; size >= 0; size--) towers.push(new Disk(size), 0);
        towers.move(disks, 0, 1);
        return towers.moves;
    }

    private void push(Disk disk, int pile) {
        Disk top = piles[pile];
        if (top != null && disk.size >= top.size) throw new IllegalStateException("a larger disk on a smaller one");
        disk.below = top;
        piles[pile] = disk;
    }

    private Disk pop(int pile) {
        Disk top = piles[pile];
        piles[pile] = top.below;
        top.below = null;
        return top;
    }

    private void move(int disks, int from, int to) {
        if (disks == 1) {
            push(pop(from), to);
            moves++;
            return;
        }
        int other = 3 - from - to;
        move(disks - 1, from, other);
        move(1, from, to);
        move(disks - 1, other, to);
    }
}

final class Lists {
    private static final class Element {
        final Element next;

        Element(Element next) { this.next = next; }

        int length() { return next == null ? 1 : 1 + next.length(); }
    }

    static int run(int x, int y, int z) {
        return tail(make(x), make(y), make(z)).length();
    }

    private static Element make(int length) {
        return length == 0 ? null : new Element(make(length - 1));
    }

    private static boolean isShorter(Element x, Element y) {
        Element left = x;
        Element right = y;
        while (right != null) {
            if (left == null) return true;
            left = left.next;
            right = right.next;
        }
        return false;
    }

    private static Element tail(Element x, Element y, Element z) {
        if (!isShorter(y, x)) return z;
        return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y));
    }
}

final class Dice {
    private int seed = 74755;

    int next() {
        seed = seed * 1309 + 13849 & 65535;
        return seed;
    }
}

final class Bounce {
    private static final class Ball {
        private int x;
        private int y;
        private int speedX;
        private int speedY;

        Ball(Dice dice) {
            x = dice.next() % 500;
            y = dice.next() % 500;
            speedX = dice.next() % 300 - 150;
            speedY = dice.next() % 300 - 150;
        }

        boolean bounces() {
            x += speedX;
            y += speedY;
            boolean bounced = false;
            if (x > 500) { x = 500; speedX = -Math.abs(speedX); bounced = true; }
            if (x < 0) { x = 0; speedX = Math.abs(speedX); bounced = true; }
            if (y > 500) { y = 500; speedY = -Math.abs(speedY); bounced = true; }
            if (y < 0) { y = 0; speedY = Math.abs(speedY); bounced = true; }
            return bounced;
        }
    }

    static int run(int balls, int rounds) {
        Dice dice = new Dice();
        Ball[] all = new Ball[balls];
        for (int i = 0; i < balls; i++) all[i] = new Ball(dice);
        int bounces = 0;
        for (int i = 0; i < rounds; i++) for (Ball ball : all) if (ball.bounces()) bounces++;
        return bounces;
    }
}

final class Storage {
    private int count;

    static int run(int depth) {
        Storage storage = new Storage();
        storage.grow(depth, new Dice());
        return storage.count;
    }

    private Object grow(int depth, Dice dice) {
        count++;
        if (depth == 1) return new Object[dice.next() % 10 + 1];
        Object[] children = new Object[4];
        for (int i = 0; i < 4; i++) children[i] = grow(depth - 1, dice);
        return children;
    }
}

final class Mandelbrot {
    static int run(int size) {
        int sum = 0;
        for (int row = 0; row < size; row++) {
            double ci = 2.0 * row / size - 1.0;
            for (int column = 0; column < size; column++) {
                double cr = 2.0 * column / size - 1.5;
                double zr = 0;
                double zi = 0;
                int left = 50;
                while (left > 0 && zr * zr + zi * zi <= 4.0) {
                    double next = zr * zr - zi * zi + cr;
                    zi = 2.0 * zr * zi + ci;
                    zr = next;
                    left--;
                }
                sum = (sum << 1) + sum + left;
            }
        }
        return sum;
    }
}

final class NBody {
    private double x, y, z, vx, vy, vz;
    private final double mass;

    private NBody(double x, double y, double z, double mass) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.mass = mass;
    }

    static int run(int steps) {
        NBody[] bodies = {
            new NBody(0, 0, 0, 39.5), new NBody(4.8, -1.2, -0.1, 0.04), new NBody(8.3, 4.1, -0.4, 0.01),
            new NBody(12.9, -15.1, -0.2, 0.002), new NBody(15.4, -25.9, 0.2, 0.002),
        };
        for (int i = 1; i < bodies.length; i++) bodies[i].vy = 2.6 / i;
        for (int i = 0; i < steps; i++) advance(bodies, 0.01);
        return (int) ((bodies[1].x + bodies[2].y) * 1e6);
    }

    private static void advance(NBody[] bodies, double time) {
        for (int i = 0; i < bodies.length; i++) {
            NBody body = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) body.attract(bodies[j], time);
        }
        for (NBody body : bodies) {
            body.x += time * body.vx;
            body.y += time * body.vy;
            body.z += time * body.vz;
        }
    }

    private void attract(NBody other, double time) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        double square = dx * dx + dy * dy + dz * dz;
        double pull = time / (square * Math.sqrt(square));
        vx -= dx * other.mass * pull;
        vy -= dy * other.mass * pull;
        vz -= dz * other.mass * pull;
        other.vx += dx * mass * pull;
        other.vy += dy * mass * pull;
        other.vz += dz * mass * pull;
    }
}
