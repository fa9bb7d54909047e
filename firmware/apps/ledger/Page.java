package ledger;

import java.util.ArrayList;
import java.util.List;

/** The transfers of one teller on one day, in the order in which they were carried out. */
final class Page {
    private final List<Transfer> transfers = new ArrayList<>();
    private long turnover;

    void write(Transfer transfer) {
        transfers.add(transfer);
        turnover += transfer.cents();
    }

    List<Transfer> transfers() {
        return transfers;
    }

    long turnover() {
        return turnover;
    }
}
