/** Five philosophers and five forks, taken in order so that nobody starves. */
public class DiningPhilosophers {
    static class Fork {
        final int number;
        int used;

        Fork(int number) {
            this.number = number;
        }
    }

    static class Philosopher extends Thread {
        final Fork first;
        final Fork second;
        int meals;
        long thought;

        Philosopher(int seat, Fork left, Fork right) {
            super("philosopher " + seat);
            first = left.number < right.number ? left : right;
            second = left.number < right.number ? right : left;
        }

        @Override
        public void run() {
            for (int i = 0; i < 100; i++) {
                think(i);
                synchronized (first) {
                    Thread.yield();
                    synchronized (second) {
                        first.used++;
                        second.used++;
                        meals++;
                    }
                }
            }
        }

        void think(int about) {
            for (int i = 0; i < about; i++) {
                thought = thought * 31 + i;
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Fork[] forks = new Fork[5];
        for (int i = 0; i < 5; i++) {
            forks[i] = new Fork(i);
        }
        Philosopher[] table = new Philosopher[5];
        for (int i = 0; i < 5; i++) {
            table[i] = new Philosopher(i, forks[i], forks[(i + 1) % 5]);
        }
        for (Philosopher philosopher : table) {
            philosopher.start();
        }
        for (Philosopher philosopher : table) {
            philosopher.join();
            System.out.println(philosopher.getName() + " ate " + philosopher.meals + " " + philosopher.thought);
        }
        for (Fork fork : forks) {
            System.out.println("fork " + fork.number + " used " + fork.used);
        }
    }
}
