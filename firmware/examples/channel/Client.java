package channel;

import dormouse.net.Channel;
import java.nio.charset.StandardCharsets;

/** Sends numbered messages and checks that the answers come each once, in order. Arguments: host, port, messages, how many ahead. */
public final class Client {
    private Client() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        int ahead = Integer.parseInt(args[3]);
        Channel channel = Channel.open(args[0], Integer.parseInt(args[1]), "orders");
        int answered = 0;
        for (int sent = 0; answered < count; ) {
            while (sent < count && sent - answered < ahead) {
                channel.send(("order " + sent++).getBytes(StandardCharsets.UTF_8));
            }
            String answer = new String(channel.receive(), StandardCharsets.UTF_8);
            if (!answer.equals("done " + answered)) {
                System.out.println("instead of " + answered + " came " + answer);
                System.exit(1);
            }
            answered++;
            if (answered % 500 == 0) {
                System.out.println(answered + " answered");
            }
        }
        channel.drain(60_000);
        channel.close();
        // The network port may still be at it.
        Thread.sleep(2_000);
    }
}
