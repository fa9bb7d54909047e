package ledger;

/** The accounts and the journal. Account 0 is the bank's own: it takes the fees. */
final class Bank {
    private static final String[] FIRST_NAMES = {"Ada", "Blaise", "Carl", "Dorothy", "Emmy", "Fibonacci", "Grace", "Hedy", "Isaac", "Jacob"};
    private static final String[] LAST_NAMES = {"Acorn", "Beech", "Clover", "Daisy", "Elder", "Fern", "Gorse", "Hazel", "Ivy", "Juniper", "Oak"};

    private final Account[] accounts;
    private final Journal journal;
    private final long sum;

    Bank(int count) {
        accounts = new Account[count];
        long total = 0;
        for (int number = 0; number < count; number++) {
            long opening = number == 0 ? 0 : 1_000_00 + number * 7919L % 9_000_00;
            accounts[number] = new Account(number, number == 0 ? "The Bank" : nameOf(number), opening);
            total += opening;
        }
        sum = total;
        journal = new Journal(count);
    }

    private static String nameOf(int number) {
        int family = number / FIRST_NAMES.length;
        String suffix = family < LAST_NAMES.length ? "" : " " + (family / LAST_NAMES.length + 1);
        return FIRST_NAMES[number % FIRST_NAMES.length] + " " + LAST_NAMES[family % LAST_NAMES.length] + suffix;
    }

    int size() {
        return accounts.length;
    }

    Account account(int number) {
        return accounts[number];
    }

    Journal journal() {
        return journal;
    }

    /** The money in all accounts at the beginning, and for ever. */
    long sum() {
        return sum;
    }

    /** Moves money; both accounts are locked, so nobody sees it in neither or in both. */
    void transfer(Transfer transfer) {
        Account from = accounts[transfer.from()];
        Account to = accounts[transfer.to()];
        Account first = from.number() < to.number() ? from : to;
        Account second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.post(-transfer.cents());
                to.post(transfer.cents());
            }
        }
    }
}
