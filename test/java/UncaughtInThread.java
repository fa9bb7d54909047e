/** A thread that dies of an exception does not end the program, nor spoil its status. */
public class UncaughtInThread {
    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("in a thread");
        }, "worker");
        thread.start();
        thread.join();
        System.out.println("main goes on, worker alive: " + thread.isAlive());
        Thread other = new Thread(() -> System.out.println("another thread"));
        other.start();
        other.join();
    }
}
