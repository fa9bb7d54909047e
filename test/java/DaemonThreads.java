/** A daemon does not keep the program alive. */
public class DaemonThreads {
    public static void main(String[] args) throws InterruptedException {
        Object never = new Object();
        Thread daemon = new Thread(() -> {
            synchronized (never) {
                while (true) {
                    try {
                        never.wait();
                    } catch (InterruptedException e) {
                        System.out.println("interrupted");
                    }
                }
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        boolean[] inherited = {false};
        Thread parent = new Thread(() -> inherited[0] = new Thread().isDaemon());
        parent.setDaemon(true);
        parent.start();
        parent.join();
        System.out.println(daemon.isDaemon() + " " + daemon.isAlive() + " " + inherited[0] + " " + new Thread().isDaemon());
        try {
            daemon.setDaemon(false);
        } catch (IllegalThreadStateException e) {
            System.out.println("too late to change");
        }
        Thread last = new Thread(() -> {
            try {
                Thread.sleep(60);
            } catch (InterruptedException e) {
                return;
            }
            System.out.println("the last user thread");
        });
        last.start();
        System.out.println("main ends");
    }
}
