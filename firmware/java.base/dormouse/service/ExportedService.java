package dormouse.service;

import java.rmi.RemoteException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.UnknownLeaseException;

/**
 * A service of this process that others on the device can lease and call. A thread of its own answers the calls, in order; it is a daemon
 * unless {@link #serve} is called by a thread of the program instead. Calls that come again after a power cut get the answer that they had.
 */
public final class ExportedService {
    private static final int HEAD_BYTES = 16;
    private static final int MESSAGE_BYTES = 2048;

    private final int number;
    private final ServiceHandler handler;
    /** By process and lease: what the last call was, and its answer. */
    private final Map<Long, Last> last = new HashMap<>();

    private static final class Last {
        int generation;
        int call;
        byte[] answer;
    }

    private ExportedService(int number, ServiceHandler handler) {
        this.number = number;
        this.handler = handler;
    }

    /** Exports under {@code local/name}, for leases of {@code millisMax} at most, and answers calls in a daemon thread. */
    public static ExportedService export(String name, long millisMax, ServiceHandler handler)
            throws LeaseDeniedException, RemoteException {
        ExportedService service = exportOnly(name, millisMax, handler);
        Thread thread = new Thread(() -> {
            try {
                service.serve();
            } catch (UnknownLeaseException | RemoteException e) {
                // It was withdrawn.
            }
        }, "local/" + name);
        thread.setDaemon(true);
        thread.start();
        return service;
    }

    /** The same without a thread: the program calls {@link #serve} or {@link #answerOne}. */
    public static ExportedService exportOnly(String name, long millisMax, ServiceHandler handler)
            throws LeaseDeniedException, RemoteException {
        Services.checkDuration(millisMax);
        byte[] request = Services.request("local/" + name, AtSuspension.KEEP, Broker.NOTHING);
        try {
            return new ExportedService(Broker.about(Broker.EXPORT, 0, millisMax, request).number, handler);
        } catch (UnknownLeaseException e) {
            throw new LeaseDeniedException(e.getMessage());
        }
    }

    /** Answers calls until the service is withdrawn. */
    public void serve() throws UnknownLeaseException, RemoteException {
        for (;;) {
            answerOne();
        }
    }

    /** Waits for a call and answers it. */
    public void answerOne() throws UnknownLeaseException, RemoteException {
        byte[] message = Broker.use(Broker.ACCEPT, number, Broker.NOTHING, MESSAGE_BYTES);
        long caller = Broker.bigEndian(message, 0, 8);
        int generation = (int) Broker.bigEndian(message, 8, 4);
        int call = (int) Broker.bigEndian(message, 12, 4);
        Last known = last.computeIfAbsent(caller, key -> new Last());
        boolean isOld = known.answer != null
                && (generation < known.generation || generation == known.generation && call < known.call);
        if (isOld) {
            return;
        }
        if (known.answer == null || known.generation != generation || known.call != call) {
            byte[] answer = answer(message);
            known.generation = generation;
            known.call = call;
            known.answer = Arrays.copyOf(message, HEAD_BYTES + answer.length);
            System.arraycopy(answer, 0, known.answer, HEAD_BYTES, answer.length);
        }
        Broker.use(Broker.REPLY, number, known.answer, 0);
    }

    private byte[] answer(byte[] message) {
        try {
            Object[] call = Values.read(message, HEAD_BYTES);
            Object[] arguments = Arrays.copyOfRange(call, 1, call.length);
            byte[] answer = Values.write(true, handler.call((String) call[0], arguments));
            return answer.length <= MESSAGE_BYTES - HEAD_BYTES ? answer : Values.write(false, "the result is too large");
        } catch (Exception e) {
            String why = e.toString();
            return Values.write(false, why.substring(0, Math.min(why.length(), 500)));
        }
    }

    /** Leases to it are over. */
    public void withdraw() {
        try {
            Broker.about(Broker.CANCEL, number, 0, Broker.NOTHING);
        } catch (LeaseDeniedException | UnknownLeaseException | RemoteException e) {
            // It is withdrawn already.
        }
    }
}
