package dormouse.net;

import java.io.IOException;

/** Frames on a stream: byte 0 kind, 1 sequence, 5 acknowledged, 9 length (2 bytes), 11 bytes. All big endian. */
final class Wire {
    static final int HELLO = 1;
    static final int DATA = 2;
    static final int ACK = 3;

    static final int HEAD_BYTES = 11;
    static final int MESSAGE_BYTES_MAX = 4096;

    private final Endpoint endpoint;
    private byte[] come = new byte[Endpoint.BYTES_MAX];
    private int at;
    private int end;

    int kind;
    int sequence;
    int acknowledged;
    byte[] bytes;

    Wire(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    static byte[] frame(int kind, int sequence, int acknowledged, byte[] bytes) {
        byte[] frame = new byte[HEAD_BYTES + bytes.length];
        frame[0] = (byte) kind;
        Endpoint.putInt(frame, 1, sequence);
        Endpoint.putInt(frame, 5, acknowledged);
        frame[9] = (byte) (bytes.length >> 8);
        frame[10] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, HEAD_BYTES, bytes.length);
        return frame;
    }

    /** Takes the next frame if all of it has come. */
    boolean poll() throws IOException {
        if (end - at < HEAD_BYTES) {
            return false;
        }
        int length = (come[at + 9] & 0xff) << 8 | come[at + 10] & 0xff;
        if (length > MESSAGE_BYTES_MAX || come[at] < HELLO || come[at] > ACK) {
            throw new IOException("the other side speaks of something else");
        }
        if (end - at < HEAD_BYTES + length) {
            return false;
        }
        kind = come[at];
        sequence = int32(come, at + 1);
        acknowledged = int32(come, at + 5);
        bytes = java.util.Arrays.copyOfRange(come, at + HEAD_BYTES, at + HEAD_BYTES + length);
        at += HEAD_BYTES + length;
        return true;
    }

    /** Waits for more bytes. */
    void fill(int timeoutMillis) throws IOException {
        byte[] more = endpoint.read(Endpoint.BYTES_MAX, timeoutMillis);
        if (more == null) {
            throw new IOException("the other side has closed the connection");
        }
        if (at > 0) {
            System.arraycopy(come, at, come, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end + more.length > come.length) {
            come = java.util.Arrays.copyOf(come, end + more.length + Endpoint.BYTES_MAX);
        }
        System.arraycopy(more, 0, come, end, more.length);
        end += more.length;
    }

    /** Waits for a whole frame. */
    void take(int timeoutMillis) throws IOException {
        while (!poll()) {
            fill(timeoutMillis);
        }
    }

    static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
}
