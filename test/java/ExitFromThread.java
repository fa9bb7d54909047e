/** Another thread ends the program while main waits for it. */
public class ExitFromThread {
    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(() -> {
            System.out.println("exit from thread");
            Runtime.getRuntime().exit(3);
        });
        thread.start();
        thread.join();
        System.out.println("never printed");
    }
}
