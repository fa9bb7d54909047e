package dormouse.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.microedition.io.SocketConnection;

/** A TCP connection over the device's network port. */
final class Socket implements SocketConnection {
    private static final int OPTIONS = 5;

    private final Endpoint endpoint;
    private final int timeoutMillis;
    private final int[] options = new int[OPTIONS];
    private boolean isClosed;
    private boolean isInputOpen;
    private boolean isOutputOpen;

    Socket(Endpoint endpoint, int timeoutMillis) {
        this.endpoint = endpoint;
        this.timeoutMillis = timeoutMillis;
        java.util.Arrays.fill(options, -1);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    private void check() throws IOException {
        if (isClosed) {
            throw new IOException("the connection is closed");
        }
    }

    @Override
    public InputStream openInputStream() throws IOException {
        check();
        if (isInputOpen) {
            throw new IOException("the input stream is open already");
        }
        isInputOpen = true;
        return new Input();
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
        check();
        if (isOutputOpen) {
            throw new IOException("the output stream is open already");
        }
        isOutputOpen = true;
        return new Output();
    }

    @Override
    public DataInputStream openDataInputStream() throws IOException {
        return new DataInputStream(openInputStream());
    }

    @Override
    public DataOutputStream openDataOutputStream() throws IOException {
        return new DataOutputStream(openOutputStream());
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            Connections.forget(endpoint.leaseNumber());
            endpoint.close();
        }
    }

    @Override
    public void setSocketOption(byte option, int value) throws IOException {
        check();
        checkOption(option);
        if (value < 0) {
            throw new IllegalArgumentException("value " + value);
        }
        options[option] = value;
    }

    @Override
    public int getSocketOption(byte option) throws IOException {
        check();
        checkOption(option);
        return options[option];
    }

    private static void checkOption(byte option) {
        if (option < 0 || option >= OPTIONS) {
            throw new IllegalArgumentException("option " + option);
        }
    }

    @Override
    public String getLocalAddress() throws IOException {
        return hostOf(endpoint.info()[1]);
    }

    @Override
    public int getLocalPort() throws IOException {
        return portOf(endpoint.info()[1]);
    }

    @Override
    public String getAddress() throws IOException {
        return hostOf(endpoint.info()[2]);
    }

    @Override
    public int getPort() throws IOException {
        return portOf(endpoint.info()[2]);
    }

    static String hostOf(String address) {
        return address.substring(0, address.lastIndexOf(':'));
    }

    static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private final class Input extends InputStream {
        private byte[] held = {};
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (from < 0 || count < 0 || count > bytes.length - from) {
                throw new IndexOutOfBoundsException();
            }
            if (count == 0) {
                return 0;
            }
            check();
            if (at == held.length) {
                byte[] come;
                try {
                    come = endpoint.read(Endpoint.BYTES_MAX, timeoutMillis);
                } catch (ConnectionRestoredException e) {
                    held = new byte[0];
                    at = 0;
                    throw e;
                }
                if (come == null) {
                    return -1;
                }
                held = come;
                at = 0;
            }
            int taken = Math.min(count, held.length - at);
            System.arraycopy(held, at, bytes, from, taken);
            at += taken;
            return taken;
        }

        @Override
        public int available() {
            return held.length - at;
        }

        @Override
        public void close() {
            isInputOpen = false;
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (from < 0 || count < 0 || count > bytes.length - from) {
                throw new IndexOutOfBoundsException();
            }
            check();
            for (int done = 0; done < count; done += Endpoint.BYTES_MAX) {
                endpoint.write(bytes, from + done, Math.min(Endpoint.BYTES_MAX, count - done));
            }
        }

        /** The other side reads to the end of the stream; what it sends can still be read. */
        @Override
        public void close() throws IOException {
            if (isOutputOpen && !isClosed) {
                isOutputOpen = false;
                endpoint.end();
            }
        }
    }
}
