package java.util.concurrent;

/** Lets threads wait for each other, round after round. */
public class CyclicBarrier {
    private final int parties;
    private final Runnable action;
    private int missing;
    private Round round = new Round();

    /** One use of the barrier. */
    private static final class Round {
        boolean over;
        boolean broken;
    }

    public CyclicBarrier(int parties, Runnable barrierAction) {
        if (parties <= 0) {
            throw new IllegalArgumentException();
        }
        this.parties = parties;
        missing = parties;
        action = barrierAction;
    }

    public CyclicBarrier(int parties) {
        this(parties, null);
    }

    public int getParties() {
        return parties;
    }

    public int await() throws InterruptedException, BrokenBarrierException {
        try {
            return await(false, 0L);
        } catch (TimeoutException e) {
            throw new Error(e);
        }
    }

    public int await(long timeout, TimeUnit unit)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        return await(true, unit.toNanos(timeout));
    }

    private synchronized int await(boolean timed, long nanos)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        Round mine = round;
        if (mine.broken) {
            throw new BrokenBarrierException();
        }
        if (Thread.interrupted()) {
            breakRound();
            throw new InterruptedException();
        }
        int index = --missing;
        if (index == 0) {
            runAction();
            mine.over = true;
            nextRound();
            return 0;
        }
        long end = System.nanoTime() + nanos;
        while (!mine.over && !mine.broken) {
            long left = end - System.nanoTime();
            if (timed && left <= 0) {
                breakRound();
                throw new TimeoutException();
            }
            waitFor(mine, timed, left);
        }
        if (mine.broken) {
            throw new BrokenBarrierException();
        }
        return index;
    }

    private void runAction() {
        boolean ran = false;
        try {
            if (action != null) {
                action.run();
            }
            ran = true;
        } finally {
            if (!ran) {
                breakRound();
            }
        }
    }

    private void waitFor(Round mine, boolean timed, long left) throws InterruptedException {
        try {
            if (timed) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wait();
            }
        } catch (InterruptedException e) {
            if (mine == round && !mine.broken) {
                breakRound();
                throw e;
            }
            Thread.currentThread().interrupt();
        }
    }

    private void breakRound() {
        round.broken = true;
        missing = parties;
        notifyAll();
    }

    private void nextRound() {
        round = new Round();
        missing = parties;
        notifyAll();
    }

    public synchronized boolean isBroken() {
        return round.broken;
    }

    public synchronized void reset() {
        breakRound();
        nextRound();
    }

    public synchronized int getNumberWaiting() {
        return parties - missing;
    }
}
