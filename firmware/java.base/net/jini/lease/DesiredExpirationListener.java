package net.jini.lease;

/** Hears, too, of leases that have come to their desired end. */
public interface DesiredExpirationListener extends LeaseListener {
    /** The lease has left the manager's set because its desired expiration has come. */
    void expirationReached(LeaseRenewalEvent e);
}
