/** A bounded buffer with wait and notifyAll; ping and pong in strict turns. */
public class ProducerConsumer {
    static class Buffer {
        private final int[] items = new int[4];
        private int size;
        private int head;
        private boolean closed;

        synchronized void put(int item) throws InterruptedException {
            while (size == items.length) {
                wait();
            }
            items[(head + size++) % items.length] = item;
            notifyAll();
        }

        synchronized Integer take() throws InterruptedException {
            while (size == 0 && !closed) {
                wait();
            }
            if (size == 0) {
                return null;
            }
            int item = items[head];
            head = (head + 1) % items.length;
            size--;
            notifyAll();
            return item;
        }

        synchronized void close() {
            closed = true;
            notifyAll();
        }
    }

    static StringBuilder turns = new StringBuilder();
    static int turn;

    static Thread player(String word, int me, int players) {
        return new Thread(() -> {
            for (int i = 0; i < 10; i++) {
                synchronized (turns) {
                    while (turn != me) {
                        try {
                            turns.wait();
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                    turns.append(word).append(i).append(' ');
                    turn = (turn + 1) % players;
                    turns.notifyAll();
                }
            }
        });
    }

    public static void main(String[] args) throws InterruptedException {
        Buffer buffer = new Buffer();
        long[] sums = new long[3];
        int[] counts = new int[3];
        Thread[] producers = new Thread[2];
        Thread[] consumers = new Thread[3];
        for (int p = 0; p < producers.length; p++) {
            int base = p * 1000;
            producers[p] = new Thread(() -> {
                try {
                    for (int i = 0; i < 200; i++) {
                        buffer.put(base + i);
                    }
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            });
            producers[p].start();
        }
        for (int c = 0; c < consumers.length; c++) {
            int me = c;
            consumers[c] = new Thread(() -> {
                try {
                    for (Integer item; (item = buffer.take()) != null;) {
                        sums[me] += item;
                        counts[me]++;
                    }
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            });
            consumers[c].start();
        }
        for (Thread producer : producers) {
            producer.join();
        }
        buffer.close();
        for (Thread consumer : consumers) {
            consumer.join();
        }
        System.out.println(counts[0] + counts[1] + counts[2] + " items, sum " + (sums[0] + sums[1] + sums[2]));
        Thread[] players = {player("ping", 0, 3), player("pong", 1, 3), player("pung", 2, 3)};
        for (Thread player : players) {
            player.start();
        }
        for (Thread player : players) {
            player.join();
        }
        System.out.println(turns);
    }
}
