/** Says hello; with an argument goes on to say so once a second of device time. */
public final class Hello {
    private Hello() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("Hello, world");
        for (int seconds = 1; args.length > 0; seconds++) {
            Thread.sleep(1000);
            System.out.println("Hello again after " + seconds + " seconds");
        }
    }
}
