package ledger;

/**
 * The book of all postings, two for each transfer: what leaves one account enters another. Pages are read once, in the order of
 * the tellers, and then thrown away; what stays is what they add up to for each account, and a checksum over all of them.
 */
final class Journal {
    private final long[] debits;
    private final long[] credits;
    private final Checksum checksum = new Checksum();
    private long transferCount;
    private long turnover;

    Journal(int accounts) {
        debits = new long[accounts];
        credits = new long[accounts];
    }

    void append(Page page) {
        for (Transfer transfer : page.transfers()) {
            append(transfer);
        }
        turnover += page.turnover();
    }

    void append(Transfer transfer) {
        debits[transfer.from()] += transfer.cents();
        credits[transfer.to()] += transfer.cents();
        checksum.add(transfer.from());
        checksum.add(transfer.to());
        checksum.add(transfer.cents());
        transferCount++;
    }

    /** What the journal says an account has gained since the beginning. */
    long gain(int account) {
        return credits[account] - debits[account];
    }

    long transferCount() {
        return transferCount;
    }

    long turnover() {
        return turnover;
    }

    Checksum checksum() {
        return checksum;
    }
}
