package net.jini.lease;

import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import net.jini.core.lease.Lease;
import net.jini.core.lease.LeaseDeniedException;
import net.jini.core.lease.UnknownLeaseException;

/**
 * Keeps leases alive, each to its desired expiration. A lease is renewed some time before its actual expiration; where that fails so that
 * trying again cannot help, or the actual expiration passes, it leaves the set and its listener is told. One thread, a daemon, does it all,
 * and it is computation state like any other: after a restore it goes on.
 */
public class LeaseRenewalManager {
    /** Time that a renewal is taken to need; the property {@code net.jini.lease.roundTripTime} says another one, in milliseconds. */
    private static final long ROUND_TRIP = Long.getLong("net.jini.lease.roundTripTime", 10_000L);
    private static final long DAY = 24L * 60 * 60 * 1000;

    private final List<Entry> entries = new ArrayList<>();
    private Thread renewer;

    private static final class Entry {
        final Lease lease;
        long desired;
        long renewDuration;
        LeaseListener listener;
        /** When it is renewed, tried again, or leaves the set. */
        long due;
        Throwable lastFailure;

        Entry(Lease lease) {
            this.lease = lease;
        }
    }

    public LeaseRenewalManager() {}

    /** A manager with one lease, as by {@link #renewUntil(Lease, long, LeaseListener)}. */
    public LeaseRenewalManager(Lease lease, long desiredExpiration, LeaseListener listener) {
        renewUntil(lease, desiredExpiration, listener);
    }

    /** Renews the lease for whatever the grantor gives, up to the desired expiration. */
    public void renewUntil(Lease lease, long desiredExpiration, LeaseListener listener) {
        renewUntil(lease, desiredExpiration, desiredExpiration == Lease.ANY ? Lease.ANY : Lease.FOREVER, listener);
    }

    /**
     * Renews the lease, {@code renewDuration} at a time, up to the desired expiration. One that is in the set already gets the new wishes.
     *
     * @throws IllegalArgumentException if {@code renewDuration} is neither positive nor {@code ANY}, or {@code desiredExpiration} is
     *     {@code ANY} and {@code renewDuration} is not
     */
    public void renewUntil(Lease lease, long desiredExpiration, long renewDuration, LeaseListener listener) {
        if (lease == null) {
            throw new NullPointerException("lease");
        }
        if (renewDuration <= 0 && renewDuration != Lease.ANY) {
            throw new IllegalArgumentException("renewDuration " + renewDuration);
        }
        if (desiredExpiration == Lease.ANY && renewDuration != Lease.ANY) {
            throw new IllegalArgumentException("a desired expiration of ANY wants ANY as renewDuration");
        }
        synchronized (this) {
            Entry entry = find(lease);
            if (entry == null) {
                entry = new Entry(lease);
                entries.add(entry);
            }
            entry.desired = desiredExpiration == Lease.ANY ? Lease.FOREVER : desiredExpiration;
            entry.renewDuration = renewDuration;
            entry.listener = listener;
            entry.lastFailure = null;
            entry.due = dueOf(entry, now());
            wake();
        }
    }

    /** The same for so many milliseconds from now. */
    public void renewFor(Lease lease, long desiredDuration, LeaseListener listener) {
        renewUntil(lease, fromNow(desiredDuration), listener);
    }

    public void renewFor(Lease lease, long desiredDuration, long renewDuration, LeaseListener listener) {
        renewUntil(lease, fromNow(desiredDuration), renewDuration, listener);
    }

    private static long fromNow(long duration) {
        if (duration == Lease.ANY || duration == Lease.FOREVER) {
            return duration;
        }
        long end = now() + duration;
        return end < 0 && duration > 0 ? Lease.FOREVER : end;
    }

    /** The desired expiration. */
    public synchronized long getExpiration(Lease lease) throws UnknownLeaseException {
        return known(lease).desired;
    }

    /** Changes the desired expiration. */
    public synchronized void setExpiration(Lease lease, long expiration) throws UnknownLeaseException {
        Entry entry = known(lease);
        entry.desired = expiration == Lease.ANY ? Lease.FOREVER : expiration;
        entry.due = dueOf(entry, now());
        wake();
    }

    /** Takes the lease out of the set, without cancelling it. */
    public synchronized void remove(Lease lease) throws UnknownLeaseException {
        entries.remove(known(lease));
        wake();
    }

    /** Takes the lease out of the set and cancels it, in this order. */
    public void cancel(Lease lease) throws UnknownLeaseException, RemoteException {
        remove(lease);
        lease.cancel();
    }

    /** Takes all leases out of the set. */
    public synchronized void clear() {
        entries.clear();
        wake();
    }

    private Entry known(Lease lease) throws UnknownLeaseException {
        Entry entry = find(lease);
        if (entry == null) {
            throw new UnknownLeaseException("the lease is not in the set of this manager");
        }
        return entry;
    }

    private Entry find(Lease lease) {
        for (Entry entry : entries) {
            if (entry.lease.equals(lease)) {
                return entry;
            }
        }
        return null;
    }

    /**
     * When something is to be done for the lease. It is renewed so long before its actual expiration: the round trip, where not more than two
     * of them are left; half of what is left up to eight; an eighth up to a week; a day up to two weeks; three days beyond. Where that would
     * be at once, half of what is left is waited for first.
     */
    private static long dueOf(Entry entry, long now) {
        long end = entry.lease.getExpiration();
        if (entry.desired <= end) {
            return entry.desired;
        }
        return end <= now ? now : end - ahead(end - now, ROUND_TRIP);
    }

    static long ahead(long left, long roundTrip) {
        if (left <= 2 * roundTrip) {
            return left <= roundTrip ? left / 2 : roundTrip;
        }
        if (left <= 8 * roundTrip) {
            return left / 2;
        }
        if (left <= 7 * DAY) {
            return left / 8;
        }
        return left <= 14 * DAY ? DAY : 3 * DAY;
    }

    private void wake() {
        if (renewer == null && !entries.isEmpty()) {
            renewer = new Thread(this::renewAll, "lease renewal");
            renewer.setDaemon(true);
            renewer.start();
        }
        notifyAll();
    }

    private void renewAll() {
        for (;;) {
            Entry entry;
            synchronized (this) {
                entry = takeDue();
            }
            if (entry == null) {
                return;
            }
            attend(entry);
        }
    }

    /** Waits for the next lease that something is to be done for; null when there is none left, and the thread ends. */
    private Entry takeDue() {
        for (;;) {
            if (entries.isEmpty()) {
                renewer = null;
                return null;
            }
            Entry next = entries.get(0);
            for (Entry entry : entries) {
                if (entry.due < next.due) {
                    next = entry;
                }
            }
            long now = now();
            if (next.due <= now) {
                return next;
            }
            try {
                wait(Math.min(next.due - now, DAY));
            } catch (InterruptedException e) {
                // Nobody has this thread to interrupt; what is due is looked for again.
            }
        }
    }

    private void attend(Entry entry) {
        long now = now();
        if (entry.desired <= now) {
            leave(entry, null, true);
        } else if (entry.lease.getExpiration() <= now) {
            leave(entry, entry.lastFailure, false);
        } else if (entry.lease.getExpiration() < entry.desired) {
            renew(entry, now);
        } else {
            await(entry, entry.desired);
        }
    }

    private void renew(Entry entry, long now) {
        try {
            long left = entry.desired == Lease.FOREVER ? Lease.FOREVER : entry.desired - now;
            long wanted = entry.renewDuration;
            entry.lease.renew(wanted == Lease.ANY ? wanted : Math.min(wanted, left));
            entry.lastFailure = null;
            await(entry, dueOf(entry, now()));
        } catch (LeaseDeniedException | UnknownLeaseException | NoSuchObjectException | RuntimeException e) {
            leave(entry, e, false);
        } catch (RemoteException e) {
            tryAgain(entry, e);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            tryAgain(entry, e);
        } catch (Error e) {
            leave(entry, e, false);
        }
    }

    /** After a third of what is left of the term, but not at once; the term's end at the latest. */
    private void tryAgain(Entry entry, Throwable failure) {
        entry.lastFailure = failure;
        long now = now();
        long end = entry.lease.getExpiration();
        long pause = Math.max((end - now) / 3, Math.min(ROUND_TRIP, 1000));
        await(entry, Math.min(end, now + pause));
    }

    private synchronized void await(Entry entry, long due) {
        entry.due = due;
    }

    private void leave(Entry entry, Throwable failure, boolean isDesired) {
        synchronized (this) {
            if (!entries.remove(entry)) {
                return;
            }
        }
        LeaseListener listener = entry.listener;
        LeaseRenewalEvent event = new LeaseRenewalEvent(this, entry.lease, entry.desired, failure);
        try {
            if (!isDesired && listener != null) {
                listener.notify(event);
            } else if (listener instanceof DesiredExpirationListener) {
                ((DesiredExpirationListener) listener).expirationReached(event);
            }
        } catch (RuntimeException e) {
            // The other leases are renewed all the same.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
