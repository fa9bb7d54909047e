package net.jini.core.lease;

import java.util.Map;

/** Some leases of a map could not be renewed or cancelled. */
public class LeaseMapException extends LeaseException {
    private static final long serialVersionUID = -4854893779678486122L;

    /** Each lease that failed, with the exception that says why. They are in the lease map no more. */
    public final Map<Lease, Throwable> exceptionMap;

    public LeaseMapException(String s, Map<Lease, Throwable> exceptionMap) {
        super(s);
        for (Map.Entry<?, ?> entry : exceptionMap.entrySet()) {
            if (!(entry.getKey() instanceof Lease) || !(entry.getValue() instanceof Throwable)) {
                throw new IllegalArgumentException("the map must hold leases and exceptions");
            }
        }
        this.exceptionMap = exceptionMap;
    }
}
