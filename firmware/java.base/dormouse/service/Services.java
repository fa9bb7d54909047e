package dormouse.service;

import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import net.jini.core.lease.Lease;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.UnknownLeaseException;

/**
 * Services outside the process, by name: those of the device ({@code timer}, {@code random}, {@code console-input}, {@code pin/3},
 * {@code sensor/0}, {@code socket}), those of other processes on it ({@code local/log}), and those on other machines
 * ({@code remote/printer}).
 */
public final class Services {
    private static final List<RestoreListener> LISTENERS = new ArrayList<>();
    private static Thread teller;

    private Services() {}

    /** Asks for a lease that is given back at a suspension and asked for anew after it. */
    public static ServiceLease lease(String service, long duration) throws LeaseDeniedException, RemoteException {
        return lease(service, duration, AtSuspension.CANCEL, Broker.NOTHING);
    }

    /**
     * Asks for a lease of {@code duration} milliseconds, {@link Lease#FOREVER} or {@link Lease#ANY}. {@code terms} are what the service
     * needs to be set up, again after a restore; 128 bytes at most.
     */
    public static ServiceLease lease(String service, long duration, AtSuspension policy, byte[] terms)
            throws LeaseDeniedException, RemoteException {
        checkDuration(duration);
        try {
            return new ServiceLease(service, Broker.about(Broker.ASK, 0, duration, request(service, policy, terms)));
        } catch (UnknownLeaseException e) {
            throw new LeaseDeniedException(e.getMessage());
        }
    }

    static byte[] request(String service, AtSuspension policy, byte[] terms) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[2 + name.length + terms.length];
        request[0] = (byte) policy.ordinal();
        request[1] = (byte) name.length;
        System.arraycopy(name, 0, request, 2, name.length);
        System.arraycopy(terms, 0, request, 2 + name.length, terms.length);
        return request;
    }

    static void checkDuration(long duration) {
        if (duration <= 0 && duration != Lease.ANY) {
            throw new IllegalArgumentException("a lease of " + duration + " ms");
        }
    }

    /** Told, by a thread of its own, of leases that a restore has established anew, or that it could not establish. */
    public interface RestoreListener {
        void established(int leaseNumber, long expiration);

        void lost(int leaseNumber);
    }

    public static synchronized void addListener(RestoreListener listener) {
        LISTENERS.add(listener);
        if (teller == null) {
            teller = new Thread(Services::tell, "lease events");
            teller.setDaemon(true);
            teller.start();
        }
    }

    private static void tell() {
        for (;;) {
            Broker.Answer answer;
            try {
                answer = Broker.about(Broker.NOTICE, 0, 0, Broker.NOTHING);
            } catch (LeaseDeniedException | UnknownLeaseException | RemoteException e) {
                throw new AssertionError(e);
            }
            RestoreListener[] told;
            synchronized (Services.class) {
                told = LISTENERS.toArray(new RestoreListener[0]);
            }
            for (RestoreListener listener : told) {
                if (answer.isLost) {
                    listener.lost(answer.number);
                } else {
                    listener.established(answer.number, answer.expiration);
                }
            }
        }
    }
}
