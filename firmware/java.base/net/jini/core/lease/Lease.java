package net.jini.core.lease;

import java.rmi.RemoteException;

/**
 * A grant of access to a service, for a time. The grantor may grant less than was asked for, never more. When the time is over and the lease
 * was not renewed, the grant is gone.
 */
public interface Lease {
    /** A term without end, as far as the holder is concerned. */
    long FOREVER = Long.MAX_VALUE;

    /** Any term: the grantor chooses. */
    long ANY = -1;

    /** Serial format: the expiration travels as what is left of the term. */
    int DURATION = 1;

    /** Serial format: the expiration travels as it is. */
    int ABSOLUTE = 2;

    /** When the lease runs out, in milliseconds since 1970. */
    long getExpiration();

    /** Gives the lease back: it is over at once. */
    void cancel() throws UnknownLeaseException, RemoteException;

    /**
     * Asks for a new term of {@code duration} milliseconds from now, which takes the place of what is left; it is not added. Where the
     * renewal fails, the old term stays.
     */
    void renew(long duration) throws LeaseDeniedException, UnknownLeaseException, RemoteException;

    /** How the expiration is written down: {@code DURATION} or {@code ABSOLUTE}. */
    void setSerialFormat(int format);

    int getSerialFormat();

    /** A map of leases that this one can be in, holding it with that term to renew it for. */
    LeaseMap<? extends Lease, Long> createLeaseMap(long duration);

    /** Whether the two can be renewed and cancelled in one go. */
    boolean canBatch(Lease lease);
}
