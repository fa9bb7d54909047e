package net.jini.core.lease;

/** What the grantor of a lease says is wrong. */
public class LeaseException extends Exception {
    private static final long serialVersionUID = -7902272546257490469L;

    public LeaseException() {}

    public LeaseException(String reason) {
        super(reason);
    }
}
