package ledger;

/**
 * An account: its owner, its balance and how often it moved. All changes happen under the account's lock; who takes two locks
 * takes the one of the account with the smaller number first.
 */
final class Account {
    private final int number;
    private final String owner;
    private final long opening;
    private long balance;
    private int movementCount;

    Account(int number, String owner, long opening) {
        this.number = number;
        this.owner = owner;
        this.opening = opening;
        balance = opening;
    }

    int number() {
        return number;
    }

    String owner() {
        return owner;
    }

    long opening() {
        return opening;
    }

    synchronized long balance() {
        return balance;
    }

    synchronized int movementCount() {
        return movementCount;
    }

    synchronized void post(long cents) {
        balance += cents;
        movementCount++;
    }
}
