package net.jini.core.lease;

import java.rmi.RemoteException;
import java.util.Map;

/** Leases that are renewed and cancelled together, each with the milliseconds to renew it for. */
public interface LeaseMap<K extends Lease, V> extends Map<K, V> {
    /** Whether {@code key} is a lease that can be batched with those here. */
    boolean canContainKey(Object key);

    /** Renews each for its term. Those that fail leave the map and are in the exception, each with what became of it. */
    void renewAll() throws LeaseMapException, RemoteException;

    /** Cancels all. Those that fail leave the map and are in the exception; the others stay in it. */
    void cancelAll() throws LeaseMapException, RemoteException;
}
