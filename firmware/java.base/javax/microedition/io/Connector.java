package javax.microedition.io;

import dormouse.net.Connections;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Opens connections by name: {@code socket://host:port}, {@code socket://:port} (a server), {@code http://host:port/path}. The device's
 * network port must be on, and allow the destination.
 */
public final class Connector {
    public static final int READ = 1;
    public static final int WRITE = 2;
    public static final int READ_WRITE = 3;

    private Connector() {}

    public static Connection open(String name) throws IOException {
        return open(name, READ_WRITE);
    }

    public static Connection open(String name, int mode) throws IOException {
        return open(name, mode, false);
    }

    /** With {@code timeouts}, a read that waits for a minute throws an {@link java.io.InterruptedIOException}. */
    public static Connection open(String name, int mode, boolean timeouts) throws IOException {
        if (mode < READ || mode > READ_WRITE) {
            throw new IllegalArgumentException("mode " + mode + " is neither READ, WRITE nor READ_WRITE");
        }
        return Connections.open(name, timeouts);
    }

    public static InputStream openInputStream(String name) throws IOException {
        Connection connection = open(name, READ);
        if (connection instanceof InputConnection) {
            return ((InputConnection) connection).openInputStream();
        }
        connection.close();
        throw new IllegalArgumentException(name + " cannot be read from");
    }

    public static DataInputStream openDataInputStream(String name) throws IOException {
        return new DataInputStream(openInputStream(name));
    }

    public static OutputStream openOutputStream(String name) throws IOException {
        Connection connection = open(name, WRITE);
        if (connection instanceof OutputConnection) {
            return ((OutputConnection) connection).openOutputStream();
        }
        connection.close();
        throw new IllegalArgumentException(name + " cannot be written to");
    }

    public static DataOutputStream openDataOutputStream(String name) throws IOException {
        return new DataOutputStream(openOutputStream(name));
    }
}
