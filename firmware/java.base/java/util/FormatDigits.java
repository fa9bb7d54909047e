package java.util;

/** The shortest decimal digits of a number, which formatting rounds again, half up, as the JDK does. */
final class FormatDigits {
    /** The number is 0.DIGITS times 10 to the power of scale. */
    private String digits;
    private int scale;

    FormatDigits(double magnitude) {
        String text = Double.toString(magnitude);
        int e = text.indexOf('E');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int point = mantissa.indexOf('.');
        String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int zeros = 0;
        while (zeros < all.length() - 1 && all.charAt(zeros) == '0') {
            zeros++;
        }
        digits = all.substring(zeros);
        scale = magnitude == 0.0 ? 1 : point - zeros + (e < 0 ? 0 : Integer.parseInt(text.substring(e + 1)));
    }

    /** Rounds to so many digits; 0 leaves either nothing or a one before them. */
    private void round(int count) {
        if (count >= digits.length()) {
            return;
        }
        boolean up = count >= 0 && digits.charAt(count) >= '5';
        char[] kept = digits.substring(0, Math.max(count, 0)).toCharArray();
        int at = kept.length - 1;
        while (up && at >= 0) {
            up = kept[at] == '9';
            kept[at] = up ? '0' : (char) (kept[at] + 1);
            at--;
        }
        digits = new String(kept);
        if (up) {
            digits = "1" + digits;
            scale++;
        }
    }

    private char digit(int at) {
        return at >= 0 && at < digits.length() ? digits.charAt(at) : '0';
    }

    String fixed(int places) {
        round(scale + places);
        StringBuilder text = new StringBuilder();
        int first = Math.min(scale - 1, 0) < 0 ? scale - 1 : 0;
        for (int at = first; at < scale + places; at++) {
            if (at == scale) {
                text.append('.');
            }
            text.append(digit(at));
        }
        return text.toString();
    }

    /** One digit before the point and so many after it; may change the exponent. */
    String mantissa(int places) {
        round(places + 1);
        StringBuilder text = new StringBuilder().append(digit(0));
        for (int at = 1; at <= places; at++) {
            if (at == 1) {
                text.append('.');
            }
            text.append(digit(at));
        }
        return text.toString();
    }

    int exponent() {
        return scale - 1;
    }
}
