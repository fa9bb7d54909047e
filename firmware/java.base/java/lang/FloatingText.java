package java.lang;

/** Checks the syntax of the text of a floating-point number, so that the machine only has to convert it. */
final class FloatingText {
    private final String text;
    private int at;

    private FloatingText(String text) {
        this.text = text;
    }

    /** The text without white space at its ends; throws if it is not the text of a number. */
    static String checked(String text) throws NumberFormatException {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            throw new NumberFormatException("empty String");
        }
        if (!new FloatingText(trimmed).isNumber()) {
            throw NumberFormatException.forInput(trimmed, 10);
        }
        return trimmed;
    }

    private boolean isNumber() {
        skipSign();
        if (text.startsWith("NaN", at) || text.startsWith("Infinity", at)) {
            return text.length() - at == (text.charAt(at) == 'N' ? 3 : 8);
        }
        boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
        at += hex ? 2 : 0;
        int digits = skipDigits(hex);
        if (next() == '.') {
            at++;
            digits += skipDigits(hex);
            if (next() == '.' && !hex) {
                throw new NumberFormatException("multiple points");
            }
        }
        if (digits == 0) {
            return false;
        }
        boolean scaled = hex ? next() == 'p' || next() == 'P' : next() == 'e' || next() == 'E';
        if (hex && !scaled) {
            return false;
        }
        if (scaled) {
            at++;
            skipSign();
            if (skipDigits(false) == 0) {
                return false;
            }
        }
        char suffix = next();
        at += suffix == 'f' || suffix == 'F' || suffix == 'd' || suffix == 'D' ? 1 : 0;
        return at == text.length();
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSign() {
        at += next() == '-' || next() == '+' ? 1 : 0;
    }

    private int skipDigits(boolean hex) {
        int begin = at;
        while (isDigit(next(), hex)) {
            at++;
        }
        return at - begin;
    }

    private static boolean isDigit(char c, boolean hex) {
        return c >= '0' && c <= '9' || hex && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }
}
