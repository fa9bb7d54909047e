/** A bank simulation: accounts, orders, interest, errors that are caught and counted. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

public class Bank {
    static class BankException extends Exception {
        BankException(String message) {
            super(message);
        }
    }

    static class Overdrawn extends BankException {
        Overdrawn(Account account, long cents) {
            super(account.id + " has " + account.balance + ", not " + cents);
        }
    }

    abstract static class Account {
        final String id;
        long balance;
        final List<String> statement = new ArrayList<>();

        Account(String id) {
            this.id = id;
        }

        abstract long limit();

        void withdraw(long cents) throws BankException {
            if (cents <= 0) {
                throw new BankException("amount " + cents);
            }
            if (balance - cents < -limit()) {
                throw new Overdrawn(this, cents);
            }
            balance -= cents;
            statement.add("-" + cents);
        }

        void deposit(long cents) {
            balance += cents;
            statement.add("+" + cents);
        }

        void month() { }
    }

    static class Checking extends Account {
        Checking(String id) {
            super(id);
        }

        @Override
        long limit() {
            return 50_000;
        }
    }

    static class Savings extends Account {
        Savings(String id) {
            super(id);
        }

        @Override
        long limit() {
            return 0;
        }

        @Override
        void month() {
            deposit(Math.round(balance * 0.0025));
        }
    }

    final Map<String, Account> accounts = new HashMap<>();
    final TreeMap<String, Integer> errors = new TreeMap<>();

    Account find(String id) throws BankException {
        Account account = accounts.get(id);
        if (account == null) {
            throw new BankException("no account");
        }
        return account;
    }

    void transfer(String from, String to, long cents) {
        try {
            Account target = find(to);
            find(from).withdraw(cents);
            target.deposit(cents);
        } catch (Overdrawn e) {
            errors.merge("overdrawn", 1, Integer::sum);
        } catch (BankException e) {
            errors.merge(e.getMessage(), 1, Integer::sum);
        }
    }

    public static void main(String[] args) {
        Bank bank = new Bank();
        for (int i = 0; i < 40; i++) {
            Account account = i % 4 == 0 ? new Savings("S" + i) : new Checking("C" + i);
            account.deposit(10_000 * i);
            bank.accounts.put(account.id, account);
        }
        Random random = new Random(2024);
        Object[] ids = bank.accounts.keySet().toArray();
        for (int month = 1; month <= 12; month++) {
            for (int i = 0; i < 250; i++) {
                String from = (String) ids[random.nextInt(ids.length)];
                String to = random.nextInt(50) == 0 ? "X" : (String) ids[random.nextInt(ids.length)];
                bank.transfer(from, to, random.nextInt(60_000) - 500);
            }
            long total = 0;
            for (Account account : bank.accounts.values()) {
                account.month();
                total += account.balance;
            }
            System.out.println("month " + month + " total " + total);
        }
        System.out.println(bank.errors.get("overdrawn") + " overdrawn, " + bank.errors.get("no account") + " without account, "
                + bank.errors.size() + " kinds");
        TreeMap<String, Account> sorted = new TreeMap<>(bank.accounts);
        int lines = 0;
        int hash = 0;
        for (Account account : sorted.values()) {
            lines += account.statement.size();
            hash = hash * 31 + account.statement.hashCode();
        }
        System.out.println(lines + " " + hash + " " + sorted.firstEntry().getValue().balance + " " + sorted.lastEntry().getValue().balance);
    }
}
