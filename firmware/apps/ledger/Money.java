package ledger;

/** Amounts of money are cents in a long; this is how they are written. */
final class Money {
    private Money() { }

    static String text(long cents) {
        long magnitude = Math.abs(cents);
        long rest = magnitude % 100;
        return (cents < 0 ? "-" : "") + magnitude / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
