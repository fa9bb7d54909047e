package dormouse.service;

import java.rmi.RemoteException;
import net.jini.core.lease.UnknownLeaseException;

/** What {@code dormouse.lifecycle} asks of the device. */
public final class ProcessControl {
    /** Somebody asks for the suspension of this process. */
    public static final int SUSPENSION_ASKED = 3;

    private ProcessControl() {}

    /** Waits for an event of the process's life cycle, and says which. */
    public static int await() {
        return request(Broker.AWAIT)[0];
    }

    /** Suspends this process; returns when it was resumed. */
    public static void suspend() {
        request(Broker.SUSPEND);
    }

    private static byte[] request(int operation) {
        try {
            return Broker.use(operation, 0, Broker.NOTHING, 1);
        } catch (UnknownLeaseException | RemoteException e) {
            throw new AssertionError(e);
        }
    }
}
