package net.jini.core.lease;

/** The grantor does not grant the lease, or does not renew it. */
public class LeaseDeniedException extends LeaseException {
    private static final long serialVersionUID = 5704943735577343495L;

    public LeaseDeniedException() {}

    public LeaseDeniedException(String reason) {
        super(reason);
    }
}
