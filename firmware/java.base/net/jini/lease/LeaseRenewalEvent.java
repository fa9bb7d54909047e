package net.jini.lease;

import java.util.EventObject;
import net.jini.core.lease.Lease;

/** A lease has left the set of a renewal manager. */
public class LeaseRenewalEvent extends EventObject {
    private static final long serialVersionUID = -626399341646348302L;

    private final Lease lease;
    private final long expiration;
    private final Throwable ex;

    /** {@code expiration} is the desired one; {@code ex} what the last renewal ended with, null if there is no such thing. */
    public LeaseRenewalEvent(LeaseRenewalManager source, Lease lease, long expiration, Throwable ex) {
        super(source);
        this.lease = lease;
        this.expiration = expiration;
        this.ex = ex;
    }

    public Lease getLease() {
        return lease;
    }

    public long getExpiration() {
        return expiration;
    }

    public Throwable getException() {
        return ex;
    }
}
