/** Starting and joining threads; names, states and what a finished thread says. */
public class ThreadStartJoin {
    static class Summer extends Thread {
        final int from;
        final int to;
        long sum;

        Summer(int from, int to) {
            super("summer-" + from);
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            for (int i = from; i < to; i++) {
                sum += (long) i * i % 7;
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Summer[] summers = new Summer[8];
        for (int i = 0; i < summers.length; i++) {
            summers[i] = new Summer(i * 5000, (i + 1) * 5000);
            System.out.print(summers[i].getName() + " " + summers[i].getState() + " " + summers[i].isAlive() + "; ");
        }
        System.out.println();
        for (Summer summer : summers) {
            summer.start();
        }
        long total = 0;
        for (Summer summer : summers) {
            summer.join();
            total += summer.sum;
        }
        System.out.println(total + " " + summers[3].getState() + " " + summers[3].isAlive());
        Thread main = Thread.currentThread();
        System.out.println(main.getName() + " " + main.getPriority() + " " + main.isDaemon() + " " + main.isAlive() + " " + main.getState() + " "
                + main.getThreadGroup().getName());
        Thread named = new Thread(() -> System.out.println("I am " + Thread.currentThread().getName()), "named");
        named.setPriority(Thread.MAX_PRIORITY);
        named.start();
        named.join();
        Thread plain = new Thread();
        System.out.println(plain.getName().startsWith("Thread-") + " " + named.getPriority());
        plain.start();
        plain.join();
        plain.run();
        String[] order = {""};
        Thread chain = null;
        for (int i = 0; i < 5; i++) {
            Thread before = chain;
            int n = i;
            chain = new Thread(() -> {
                try {
                    if (before != null) {
                        before.join();
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                order[0] += n;
            });
        }
        chain.start();
        chain.join();
        System.out.println(order[0]);
        try {
            plain.start();
        } catch (IllegalThreadStateException e) {
            System.out.println("cannot start twice");
        }
        try {
            plain.setPriority(11);
        } catch (IllegalArgumentException e) {
            System.out.println("no such priority");
        }
    }
}
