package channel;

import dormouse.net.Channel;
import dormouse.net.ChannelServer;
import java.nio.charset.StandardCharsets;

/** Answers each message. Arguments: port, messages. */
public final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        Channel channel = new ChannelServer(Integer.parseInt(args[0])).accept();
        for (int i = 0; i < count; i++) {
            String order = new String(channel.receive(), StandardCharsets.UTF_8);
            if (!order.equals("order " + i)) {
                System.out.println("instead of " + i + " came " + order);
                System.exit(1);
            }
            channel.send(("done " + i).getBytes(StandardCharsets.UTF_8));
            System.out.println(order);
        }
        channel.drain(20_000);
    }
}
