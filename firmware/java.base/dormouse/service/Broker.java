package dormouse.service;

import java.rmi.RemoteException;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.UnknownLeaseException;

/** The device's lease broker. Its calls return when they are done, also when a power cut or a suspension came between. */
final class Broker {
    static final int ASK = 1;
    static final int RENEW = 2;
    static final int CANCEL = 3;
    static final int INFO = 4;
    static final int USE = 5;
    static final int EXPORT = 6;
    static final int ACCEPT = 7;
    static final int REPLY = 8;
    static final int NOTICE = 9;
    static final int AWAIT = 10;
    static final int SUSPEND = 11;

    private static final int DENIED = 1;
    private static final int UNKNOWN = 2;
    private static final int FAILED = 3;

    private static final int LENGTH_BITS = 16;
    /** Room for an answer that says what a lease is, or why there is none. */
    private static final int SHORT_BYTES = 200;

    static final byte[] NOTHING = {};

    private Broker() {}

    /** Makes a call whose answer is about a lease. */
    static Answer about(int operation, int subject, long value, byte[] request)
            throws LeaseDeniedException, UnknownLeaseException, RemoteException {
        byte[] reply = new byte[SHORT_BYTES];
        int result = call0(operation, subject, value, request, reply);
        check(result, reply);
        return new Answer(reply);
    }

    /** Makes a call whose answer is bytes, {@code bytesMax} at most. */
    static byte[] use(int operation, int subject, byte[] request, int bytesMax)
            throws UnknownLeaseException, RemoteException {
        byte[] reply = new byte[Math.max(bytesMax, SHORT_BYTES)];
        int result = call0(operation, subject, 0, request, reply);
        try {
            check(result, reply);
        } catch (LeaseDeniedException e) {
            throw new RemoteException(e.getMessage());
        }
        return java.util.Arrays.copyOf(reply, lengthOf(result));
    }

    private static void check(int result, byte[] reply)
            throws LeaseDeniedException, UnknownLeaseException, RemoteException {
        int status = result >>> LENGTH_BITS;
        if (status == 0) {
            return;
        }
        String why = new String(reply, 0, lengthOf(result), java.nio.charset.StandardCharsets.UTF_8);
        switch (status) {
            case DENIED:
                throw new LeaseDeniedException(why);
            case UNKNOWN:
                throw new UnknownLeaseException(why);
            case FAILED:
                throw new RemoteException(why);
            default:
                throw new IllegalArgumentException(why);
        }
    }

    private static int lengthOf(int result) {
        return result & ((1 << LENGTH_BITS) - 1);
    }

    /** The reply's length, with its status above; a status that is not 0 comes with a text. */
    private static native int call0(int operation, int subject, long value, byte[] request, byte[] reply);

    /** What the broker says of a lease. */
    static final class Answer {
        final int number;
        final long expiration;
        final int session;
        final boolean isLost;

        Answer(byte[] bytes) {
            number = (int) bigEndian(bytes, 0, 4);
            expiration = bigEndian(bytes, 4, 8);
            session = (int) bigEndian(bytes, 12, 4);
            isLost = bytes[16] != 0;
        }
    }

    static long bigEndian(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    static byte[] bigEndian(long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> 56 - 8 * i);
        }
        return bytes;
    }
}
