package net.jini.lease;

import java.util.EventListener;

/** Hears of leases that a renewal manager could not renew. */
public interface LeaseListener extends EventListener {
    /** The lease has left the manager's set before its desired expiration; the event says why. */
    void notify(LeaseRenewalEvent e);
}
