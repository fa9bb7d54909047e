package ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A bank whose money never changes: several tellers (threads) move money between accounts, day after day, and every evening
 * the auditor proves that the sum is what it was and that the journal explains each balance. Arguments:
 * [ACCOUNTS [TRANSFERS [THREADS [SEED]]]]. Each teller draws its orders from a stream of its own and additions commute, so
 * the output does not depend on how the threads are scheduled.
 */
public final class Ledger {
    private static final int ACCOUNTS_BY_DEFAULT = 1000;
    private static final int TRANSFERS_BY_DEFAULT = 600_000;
    private static final int THREADS_BY_DEFAULT = 4;
    private static final int SEED_BY_DEFAULT = 1848;
    private static final int DAYS_MAX = 60;

    private final Bank bank;
    private final int days;
    private final List<Teller> tellers = new ArrayList<>();
    private final Barrier morning;
    private final Barrier evening;

    private Ledger(int accounts, int transfers, int threads, long seed) {
        bank = new Bank(accounts);
        days = Math.max(1, Math.min(DAYS_MAX, transfers / (2 * threads)));
        morning = new Barrier(threads + 1);
        evening = new Barrier(threads + 1);
        for (int number = 0; number < threads; number++) {
            int share = transfers / threads + (number < transfers % threads ? 1 : 0);
            tellers.add(new Teller(number, bank, share, days, seed, morning, evening));
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int accounts = argument(args, 0, ACCOUNTS_BY_DEFAULT, 2);
        int transfers = argument(args, 1, TRANSFERS_BY_DEFAULT, 0);
        int threads = argument(args, 2, THREADS_BY_DEFAULT, 1);
        int seed = argument(args, 3, SEED_BY_DEFAULT, 0);
        System.out.println("ledger: " + accounts + " accounts, " + transfers + " transfers, " + threads + " tellers, seed " + seed);
        new Ledger(accounts, transfers, threads, seed).run();
    }

    private static int argument(String[] args, int index, int byDefault, int least) {
        return args.length > index ? Math.max(least, Integer.parseInt(args[index])) : byDefault;
    }

    private void run() throws InterruptedException {
        Auditor auditor = new Auditor(bank);
        for (Teller teller : tellers) {
            teller.start();
        }
        for (int day = 1; day <= days; day++) {
            morning.await();
            evening.await();
            for (Teller teller : tellers) {
                bank.journal().append(teller.takePage());
            }
            auditor.closeDay(day);
        }
        for (Teller teller : tellers) {
            teller.join();
        }
        auditor.printSummary();
    }
}
