package ledger;

/** Closes each day while all tellers wait: charges fees, then checks every account against the journal. */
final class Auditor {
    private static final int FEE_CENTS = 2_50;

    private final Bank bank;
    private long feesCharged;

    Auditor(Bank bank) {
        this.bank = bank;
    }

    void closeDay(int day) {
        int overdrawn = chargeFees();
        verify();
        Account richest = bank.account(0);
        for (int number = 1; number < bank.size(); number++) {
            if (bank.account(number).balance() > richest.balance()) {
                richest = bank.account(number);
            }
        }
        System.out.println("day " + day + ": " + bank.journal().transferCount() + " postings, turnover "
            + Money.text(bank.journal().turnover()) + ", overdrawn " + overdrawn + ", richest " + richest.owner() + " with "
            + Money.text(richest.balance()) + ", sum " + Money.text(bank.sum()));
    }

    /** Who is in the red pays a fee to the bank; a fee is a transfer like any other. */
    private int chargeFees() {
        int overdrawn = 0;
        for (int number = 1; number < bank.size(); number++) {
            if (bank.account(number).balance() < 0) {
                Transfer fee = new Transfer(number, 0, FEE_CENTS);
                bank.transfer(fee);
                bank.journal().append(fee);
                feesCharged += FEE_CENTS;
                overdrawn++;
            }
        }
        return overdrawn;
    }

    private void verify() {
        long sum = 0;
        for (int number = 0; number < bank.size(); number++) {
            Account account = bank.account(number);
            long expected = account.opening() + bank.journal().gain(number);
            if (account.balance() != expected) {
                throw new IllegalStateException(account.owner() + " has " + Money.text(account.balance()) + ", the journal says "
                    + Money.text(expected));
            }
            sum += account.balance();
        }
        if (sum != bank.sum()) {
            throw new IllegalStateException("the sum is " + Money.text(sum) + ", it was " + Money.text(bank.sum()));
        }
    }

    void printSummary() {
        Checksum checksum = bank.journal().checksum();
        int movements = 0;
        int inTheRed = 0;
        for (int number = 0; number < bank.size(); number++) {
            Account account = bank.account(number);
            checksum.add(account.owner());
            checksum.add(account.balance());
            movements += account.movementCount();
            inTheRed += account.balance() < 0 ? 1 : 0;
        }
        System.out.println(movements + " movements, fees " + Money.text(feesCharged) + ", " + inTheRed + " accounts in the red, sum "
            + Money.text(bank.sum()) + " as on the first day");
        System.out.println("checksum " + checksum);
    }
}
