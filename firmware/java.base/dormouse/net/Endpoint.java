package dormouse.net;

import dormouse.service.AtSuspension;
import dormouse.service.ServiceLease;
import dormouse.service.Services;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import javax.microedition.io.ConnectionNotFoundException;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.UnknownLeaseException;

/** A lease to a socket, a listener or an accepted connection, and the session of it that this process knows. */
final class Endpoint {
    /** What one call can take along. */
    static final int BYTES_MAX = 1024;

    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int END = 3;
    private static final int INFO = 4;
    private static final int ACCEPT = 5;

    private static final int DONE = 0;
    private static final int ENDED = 1;
    private static final int RESTORED = 2;
    private static final int TIME_OVER = 3;

    private static final int HEAD_BYTES = 5;

    private final ServiceLease lease;
    private int session;

    private Endpoint(ServiceLease lease) {
        this.lease = lease;
        this.session = lease.getSession();
    }

    static Endpoint open(String service, String terms) throws IOException {
        try {
            byte[] bytes = terms.getBytes(StandardCharsets.UTF_8);
            return new Endpoint(Services.lease(service, net.jini.core.lease.Lease.FOREVER, AtSuspension.CANCEL, bytes));
        } catch (LeaseDeniedException | RemoteException | IllegalArgumentException e) {
            throw new ConnectionNotFoundException(e.getMessage());
        }
    }

    int leaseNumber() {
        return lease.getNumber();
    }

    /** Bytes that have come, at least one; null at the end of the stream. */
    byte[] read(int bytesMax, int timeoutMillis) throws IOException {
        byte[] request = request(READ, 6);
        int max = Math.min(bytesMax, BYTES_MAX);
        request[HEAD_BYTES] = (byte) (max >> 8);
        request[HEAD_BYTES + 1] = (byte) max;
        putInt(request, HEAD_BYTES + 2, timeoutMillis);
        byte[] answer = call(request);
        return answer[0] == ENDED ? null : rest(answer);
    }

    /** Returns when the bytes have left the device, which is when the checkpoint that covers them is durable. */
    void write(byte[] bytes, int from, int count) throws IOException {
        byte[] request = request(WRITE, count);
        System.arraycopy(bytes, from, request, HEAD_BYTES, count);
        call(request);
    }

    void end() throws IOException {
        call(request(END, 0));
    }

    /** Generation of this process, own and other address. */
    String[] info() throws IOException {
        String text = new String(rest(call(request(INFO, 0))), StandardCharsets.UTF_8);
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        return new String[] {text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1)};
    }

    /** The number of a connection, for {@code open("accepted", …)}. */
    int accept(int timeoutMillis) throws IOException {
        byte[] request = request(ACCEPT, 4);
        putInt(request, HEAD_BYTES, timeoutMillis);
        byte[] answer = rest(call(request));
        return (answer[0] & 0xff) << 24 | (answer[1] & 0xff) << 16 | (answer[2] & 0xff) << 8 | answer[3] & 0xff;
    }

    void close() {
        try {
            lease.cancel();
        } catch (UnknownLeaseException | RemoteException e) {
            // It is closed already.
        }
    }

    private byte[] request(int operation, int bytes) {
        byte[] request = new byte[HEAD_BYTES + bytes];
        request[0] = (byte) operation;
        putInt(request, 1, session);
        return request;
    }

    private byte[] call(byte[] request) throws IOException {
        byte[] answer;
        try {
            answer = lease.call(request);
        } catch (UnknownLeaseException | RemoteException e) {
            throw new IOException(e.getMessage());
        }
        switch (answer[0]) {
            case DONE:
            case ENDED:
                return answer;
            case RESTORED:
                session = lease.getSession();
                throw new ConnectionRestoredException(lease + " was opened again");
            case TIME_OVER:
                throw new InterruptedIOException("nothing came in time");
            default:
                throw new IOException(new String(rest(answer), StandardCharsets.UTF_8));
        }
    }

    private static byte[] rest(byte[] answer) {
        return java.util.Arrays.copyOfRange(answer, 1, answer.length);
    }

    static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
