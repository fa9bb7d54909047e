package dormouse.service;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jini.core.lease.Lease;
import net.jini.core.lease.LeaseException;
import net.jini.core.lease.LeaseMap;
import net.jini.core.lease.LeaseMapException;

/** Leases of one grantor, renewed and cancelled one after the other. */
final class ServiceLeaseMap extends LinkedHashMap<ServiceLease, Long> implements LeaseMap<ServiceLease, Long> {
    private static final long serialVersionUID = 1L;

    ServiceLeaseMap() {}

    @Override
    public boolean canContainKey(Object key) {
        return key instanceof ServiceLease && (isEmpty() || keySet().iterator().next().canBatch((Lease) key));
    }

    @Override
    public Long put(ServiceLease lease, Long duration) {
        if (!canContainKey(lease)) {
            throw new IllegalArgumentException(lease + " cannot be batched with the leases of this map");
        }
        Services.checkDuration(duration);
        return super.put(lease, duration);
    }

    @Override
    public void putAll(Map<? extends ServiceLease, ? extends Long> map) {
        for (Map.Entry<? extends ServiceLease, ? extends Long> entry : map.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void renewAll() throws LeaseMapException, RemoteException {
        each("renewed", (lease, duration) -> lease.renew(duration));
    }

    @Override
    public void cancelAll() throws LeaseMapException, RemoteException {
        each("cancelled", (lease, duration) -> lease.cancel());
    }

    private interface Act {
        void on(ServiceLease lease, long duration) throws LeaseException, RemoteException;
    }

    private void each(String what, Act act) throws LeaseMapException {
        Map<Lease, Throwable> failures = new HashMap<>();
        List<ServiceLease> leases = new ArrayList<>(keySet());
        for (ServiceLease lease : leases) {
            try {
                act.on(lease, get(lease));
            } catch (LeaseException | RemoteException e) {
                failures.put(lease, e);
                remove(lease);
            }
        }
        if (!failures.isEmpty()) {
            throw new LeaseMapException(failures.size() + " of " + leases.size() + " leases were not " + what, failures);
        }
    }
}
