package net.jini.core.lease;

/** The grantor does not know the lease: it has run out, was cancelled, or could not be established after a restore. */
public class UnknownLeaseException extends LeaseException {
    private static final long serialVersionUID = -2921099330511429288L;

    public UnknownLeaseException() {}

    public UnknownLeaseException(String reason) {
        super(reason);
    }
}
