package ledger;

import java.util.Random;

/** A thread that carries out its share of the transfers, day by day, and writes each one on its page of the journal. */
final class Teller extends Thread {
    private final Bank bank;
    private final Random orders;
    private final int transfers;
    private final int days;
    private final Barrier morning;
    private final Barrier evening;
    private Page page = new Page();

    Teller(int number, Bank bank, int transfers, int days, long seed, Barrier morning, Barrier evening) {
        super("teller " + number);
        this.bank = bank;
        this.transfers = transfers;
        this.days = days;
        this.morning = morning;
        this.evening = evening;
        orders = new Random(seed * 31 + number);
    }

    @Override
    public void run() {
        try {
            for (int day = 0; day < days; day++) {
                morning.await();
                int until = (int) ((long) transfers * (day + 1) / days);
                for (int done = (int) ((long) transfers * day / days); done < until; done++) {
                    Transfer transfer = nextOrder();
                    bank.transfer(transfer);
                    page.write(transfer);
                }
                evening.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(getName() + " was sent home", e);
        }
    }

    private Transfer nextOrder() {
        int from = orders.nextInt(bank.size());
        int to = (from + 1 + orders.nextInt(bank.size() - 1)) % bank.size();
        int cents = 1 + orders.nextInt(100_00);
        return new Transfer(from, to, cents);
    }

    /** The page of the day; the teller goes on with a fresh one. Called while the teller waits for the morning. */
    Page takePage() {
        Page full = page;
        page = new Page();
        return full;
    }
}
