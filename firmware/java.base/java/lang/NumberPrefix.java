package java.lang;

/** The sign and the radix specifier (0x, 0X, #, 0) that decode() of the integral boxes understands. */
final class NumberPrefix {
    private NumberPrefix() {}

    static int radix(String text) throws NumberFormatException {
        if (text.isEmpty()) {
            throw new NumberFormatException("Zero length string");
        }
        int at = signLength(text);
        int length = length(text);
        if (text.startsWith("-", length) || text.startsWith("+", length)) {
            throw new NumberFormatException("Sign character in wrong position");
        }
        return length == at ? 10 : text.charAt(at) == '#' || length == at + 2 ? 16 : 8;
    }

    static int length(String text) {
        int at = signLength(text);
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            return at + 2;
        }
        if (text.startsWith("#", at) || text.startsWith("0", at) && text.length() > at + 1) {
            return at + 1;
        }
        return at;
    }

    private static int signLength(String text) {
        char first = text.charAt(0);
        return first == '-' || first == '+' ? 1 : 0;
    }
}
