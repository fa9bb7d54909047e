/** When main dies, the other threads finish their work and the status is 1. */
public class UncaughtMainThreadsGoOn {
    public static void main(String[] args) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                System.out.println("interrupted");
            }
            System.out.println("worker finished");
        });
        thread.start();
        throw new IllegalArgumentException("main gives up");
    }
}
