package feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.microedition.io.Connector;
import javax.microedition.io.ServerSocketConnection;
import javax.microedition.io.StreamConnection;

/** Listens at a port and sends back what each who connects sends. Arguments: the port, connections to serve before it ends. */
public final class Echo {
    private Echo() {}

    public static void main(String[] args) throws IOException {
        ServerSocketConnection server = (ServerSocketConnection) Connector.open("socket://:" + args[0]);
        System.out.println("listening at " + server.getLocalPort());
        for (int left = Integer.parseInt(args[1]); left > 0; left--) {
            StreamConnection connection = server.acceptAndOpen();
            try {
                System.out.println(echo(connection) + " bytes");
            } catch (IOException e) {
                System.out.println("gone");
            } finally {
                connection.close();
            }
        }
        server.close();
    }

    private static int echo(StreamConnection connection) throws IOException {
        InputStream in = connection.openInputStream();
        OutputStream out = connection.openOutputStream();
        byte[] piece = new byte[512];
        int sum = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            out.write(piece, 0, count);
            sum += count;
        }
        return sum;
    }
}
