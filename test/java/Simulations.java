/** Simulations by seeded chance: a queue at a counter, a random walk, a shuffled deck, percolation, dice. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

public class Simulations {
    record Event(long time, int kind, int customer) implements Comparable<Event> {
        @Override
        public int compareTo(Event o) {
            return time != o.time ? Long.compare(time, o.time) : Integer.compare(customer, o.customer);
        }
    }

    private static void counter(Random random) {
        PriorityQueue<Event> events = new PriorityQueue<>();
        ArrayDeque<Event> waiting = new ArrayDeque<>();
        long clock = 0;
        for (int i = 0; i < 40; i++) {
            clock += random.nextInt(10);
            events.add(new Event(clock, 0, i));
        }
        boolean busy = false;
        long waited = 0;
        int longest = 0;
        long end = 0;
        while (!events.isEmpty()) {
            Event event = events.poll();
            end = event.time();
            if (event.kind() == 0) {
                waiting.add(event);
            } else {
                busy = false;
            }
            longest = Math.max(longest, waiting.size());
            if (!busy && !waiting.isEmpty()) {
                Event next = waiting.remove();
                waited += event.time() - next.time();
                busy = true;
                events.add(new Event(event.time() + 3 + random.nextInt(5), 1, next.customer()));
            }
        }
        System.out.println("counter " + waited + " " + longest + " " + end);
    }

    private static void walk(Random random) {
        int x = 0;
        int y = 0;
        double farthest = 0;
        for (int i = 0; i < 500; i++) {
            switch (random.nextInt(4)) {
                case 0 -> x++;
                case 1 -> x--;
                case 2 -> y++;
                default -> y--;
            }
            farthest = Math.max(farthest, Math.sqrt(x * x + y * y));
        }
        System.out.println("walk " + x + " " + y + " " + farthest);
    }

    private static void deck(Random random) {
        List<String> cards = new ArrayList<>();
        for (char suit : "SHDC".toCharArray()) {
            for (int rank = 1; rank <= 13; rank++) {
                cards.add(suit + "" + rank);
            }
        }
        Collections.shuffle(cards, random);
        System.out.println("deck " + cards.subList(0, 8) + " " + cards.hashCode());
    }

    private static void percolation(Random random) {
        int n = 20;
        boolean[][] open = new boolean[n][n];
        for (boolean[] row : open) {
            for (int c = 0; c < n; c++) {
                row[c] = random.nextDouble() < 0.62;
            }
        }
        ArrayDeque<int[]> water = new ArrayDeque<>();
        boolean[][] wet = new boolean[n][n];
        for (int c = 0; c < n; c++) {
            if (open[0][c]) {
                water.add(new int[] {0, c});
                wet[0][c] = true;
            }
        }
        int reached = 0;
        while (!water.isEmpty()) {
            int[] at = water.poll();
            reached++;
            for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                int r = at[0] + step[0];
                int c = at[1] + step[1];
                if (r >= 0 && r < n && c >= 0 && c < n && open[r][c] && !wet[r][c]) {
                    wet[r][c] = true;
                    water.add(new int[] {r, c});
                }
            }
        }
        int bottom = 0;
        for (boolean cell : wet[n - 1]) {
            bottom += cell ? 1 : 0;
        }
        System.out.println("percolation " + reached + " " + bottom);
    }

    public static void main(String[] args) {
        Random random = new Random(2024);
        counter(random);
        walk(random);
        deck(random);
        percolation(random);
        int[] dice = new int[11];
        for (int i = 0; i < 1000; i++) {
            dice[random.nextInt(6) + random.nextInt(6)]++;
        }
        System.out.println("dice " + Arrays.toString(dice));
        byte[] bytes = new byte[7];
        random.nextBytes(bytes);
        System.out.println(Arrays.toString(bytes) + " " + random.nextLong() + " " + random.nextFloat() + " " + random.nextBoolean() + " " + random.nextGaussian() + " " + random.nextInt(1, 4) + " " + random.nextLong(100) + " " + random.nextDouble(5));
    }
}
