package ledger;

/** A place where so many threads wait until all of them are there. */
final class Barrier {
    private final int parties;
    private int waiting;
    private int round;

    Barrier(int parties) {
        this.parties = parties;
    }

    synchronized void await() throws InterruptedException {
        int mine = round;
        if (++waiting == parties) {
            waiting = 0;
            round++;
            notifyAll();
            return;
        }
        while (round == mine) {
            wait();
        }
    }
}
