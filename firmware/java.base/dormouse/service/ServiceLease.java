package dormouse.service;

import java.rmi.RemoteException;
import net.jini.core.lease.Lease;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.LeaseMap;
import net.jini.core.lease.UnknownLeaseException;

/**
 * A lease to a service outside the process: of the device, of another process on it, or of another machine. It is in the checkpoint: after a
 * power cut or a suspension it has been established again, or {@link Services#addListener listeners} hear that it could not be, and uses
 * throw {@link UnknownLeaseException}.
 */
public final class ServiceLease implements Lease {
    private static final int MESSAGE_BYTES = 2048;

    private final int number;
    private final String service;
    private long expiration;
    private int session;
    private int serialFormat = DURATION;

    ServiceLease(String service, Broker.Answer answer) {
        this.number = answer.number;
        this.service = service;
        note(answer);
    }

    private void note(Broker.Answer answer) {
        expiration = answer.expiration;
        session = answer.session;
    }

    /** The number under which {@code dormouse leases} lists it. */
    public int getNumber() {
        return number;
    }

    public String getService() {
        return service;
    }

    /** How often it was established: another number means that what lies behind it is another one than before. */
    public int getSession() {
        refresh();
        return session;
    }

    @Override
    public long getExpiration() {
        refresh();
        return expiration;
    }

    /** The term as it is after a restore; that of a lease that is over stays what it was. */
    private void refresh() {
        try {
            Broker.Answer answer = Broker.about(Broker.INFO, number, 0, Broker.NOTHING);
            if (!answer.isLost) {
                note(answer);
            }
        } catch (LeaseDeniedException | UnknownLeaseException | RemoteException e) {
            // It is over.
        }
    }

    @Override
    public void renew(long duration) throws LeaseDeniedException, UnknownLeaseException, RemoteException {
        Services.checkDuration(duration);
        note(Broker.about(Broker.RENEW, number, duration, Broker.NOTHING));
    }

    @Override
    public void cancel() throws UnknownLeaseException, RemoteException {
        try {
            Broker.about(Broker.CANCEL, number, 0, Broker.NOTHING);
        } catch (LeaseDeniedException e) {
            throw new RemoteException(e.getMessage());
        }
    }

    /**
     * Sends bytes to the service and returns what it answers. Where that changes something outside, they leave when the checkpoint that holds
     * this call is durable; after a power cut the call is made again, and the service drops the repeat.
     */
    public synchronized byte[] call(byte[] message) throws UnknownLeaseException, RemoteException {
        return Broker.use(Broker.USE, number, message, MESSAGE_BYTES);
    }

    /**
     * Calls a method of a local service with copies of the arguments, and returns a copy of its result: see {@link ServiceHandler}. The handler
     * runs once for each call, also over power cuts. A {@link RemoteException} says that no answer came in time: whether it ran is not known.
     *
     * @throws ServiceCallException what the handler threw
     */
    public Object invoke(String method, Object... arguments)
            throws ServiceCallException, UnknownLeaseException, RemoteException {
        Object[] call = new Object[arguments.length + 1];
        call[0] = method;
        System.arraycopy(arguments, 0, call, 1, arguments.length);
        Object[] answer = Values.read(call(Values.write(call)), 0);
        if (!(Boolean) answer[0]) {
            throw new ServiceCallException((String) answer[1]);
        }
        return answer[1];
    }

    @Override
    public void setSerialFormat(int format) {
        if (format != DURATION && format != ABSOLUTE) {
            throw new IllegalArgumentException("serial format " + format + " is neither DURATION nor ABSOLUTE");
        }
        serialFormat = format;
    }

    @Override
    public int getSerialFormat() {
        return serialFormat;
    }

    /** The expiration as it travels: absolute, or what is left from now on. */
    public long getSerialExpiration() {
        long end = getExpiration();
        return serialFormat == ABSOLUTE || end == FOREVER ? end : end - System.currentTimeMillis();
    }

    @Override
    public LeaseMap<ServiceLease, Long> createLeaseMap(long duration) {
        ServiceLeaseMap map = new ServiceLeaseMap();
        map.put(this, duration);
        return map;
    }

    /** Leases of the same grantor can: those of the device, those of its processes, those of another machine. */
    @Override
    public boolean canBatch(Lease lease) {
        return lease instanceof ServiceLease && grantor().equals(((ServiceLease) lease).grantor());
    }

    private String grantor() {
        int slash = service.indexOf('/');
        String kind = slash < 0 ? "" : service.substring(0, slash);
        return kind.equals("local") || kind.equals("remote") ? kind : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceLease && ((ServiceLease) other).number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "lease " + number + " to " + service;
    }
}
