package java.util;

/** One specifier of a format string, with what is between its percent sign and its conversion. */
final class FormatSpecifier {
    /** What stands for each flag, in the order of the bits. */
    private static final String FLAGS = "-#+ 0,(<";
    private static final int LEFT = 1 << 0;
    private static final int ALTERNATE = 1 << 1;
    private static final int PLUS = 1 << 2;
    private static final int SPACE = 1 << 3;
    private static final int ZERO = 1 << 4;
    private static final int GROUP = 1 << 5;
    private static final int PARENTHESES = 1 << 6;
    private static final int PREVIOUS = 1 << 7;

    /** Where in the format string the specifier begins and ends, and the one after it. */
    final int begin;
    int end;
    FormatSpecifier next;

    private int flags;
    private int index;
    private int width = -1;
    private int precision = -1;
    private char conversion;
    private boolean upper;

    private FormatSpecifier(int begin) {
        this.begin = begin;
    }

    /** The first specifier, and through it the others; null if there is none. */
    static FormatSpecifier parse(String format) {
        FormatSpecifier first = null;
        FormatSpecifier last = null;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', last.end)) {
            FormatSpecifier found = new FormatSpecifier(at);
            found.parseFrom(format);
            found.check();
            if (first == null) {
                first = found;
            } else {
                last.next = found;
            }
            last = found;
        }
        return first;
    }

    private void parseFrom(String format) {
        end = begin + 1;
        int digits = countDigits(format, end);
        int indexEnd = digits > 0 && charAt(format, end + digits) == '$' ? end + digits : 0;
        if (indexEnd > 0) {
            end = indexEnd + 1;
        }
        int flagsBegin = end;
        while (FLAGS.indexOf(charAt(format, end)) >= 0) {
            end++;
        }
        int widthBegin = end;
        end += countDigits(format, end);
        int widthEnd = end;
        boolean complete = true;
        if (charAt(format, end) == '.') {
            digits = countDigits(format, end + 1);
            end += 1 + digits;
            complete = digits > 0;
        }
        char c = charAt(format, end);
        if (!complete || c != '%' && !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
            throw new UnknownFormatConversionException(
                begin + 1 < format.length() ? format.substring(begin + 1, begin + 2) : "%");
        }
        parseIndex(format, indexEnd);
        parseFlags(format.substring(flagsBegin, widthBegin));
        parseWidth(format, widthBegin, widthEnd);
        parsePrecision(format, widthEnd + 1);
        end++;
        parseConversion(c);
    }

    private void parseIndex(String format, int indexEnd) {
        if (indexEnd > 0) {
            index = number(format, begin + 1, indexEnd);
            if (index <= 0) {
                throw new IllegalFormatArgumentIndexException(index);
            }
        }
    }

    private void parseFlags(String text) {
        for (int i = 0; i < text.length(); i++) {
            int flag = FLAGS.indexOf(text.charAt(i));
            if ((flags & 1 << flag) != 0) {
                throw new DuplicateFormatFlagsException(FLAGS.substring(flag, flag + 1));
            }
            flags |= 1 << flag;
        }
        if (has(PREVIOUS)) {
            index = 0;
        }
    }

    private void parseWidth(String format, int from, int to) {
        if (to > from) {
            width = number(format, from, to);
            if (width < 0) {
                throw new IllegalFormatWidthException(width);
            }
        }
    }

    private void parsePrecision(String format, int from) {
        if (end > from) {
            precision = number(format, from, end);
            if (precision < 0) {
                throw new IllegalFormatPrecisionException(precision);
            }
        }
    }

    private void parseConversion(char c) {
        upper = "BHSCXEGA".indexOf(c) >= 0;
        conversion = upper ? (char) (c + 32) : c;
        if ("bhscdoxefga%n".indexOf(conversion) < 0) {
            throw new UnknownFormatConversionException(String.valueOf(c));
        }
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static int countDigits(String text, int from) {
        int at = from;
        while (charAt(text, at) >= '0' && charAt(text, at) <= '9') {
            at++;
        }
        return at - from;
    }

    /** Integer.MIN_VALUE if the number is too large. */
    private static int number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to && number <= Integer.MAX_VALUE; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number > Integer.MAX_VALUE ? Integer.MIN_VALUE : (int) number;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private void check() {
        switch (conversion) {
            case 'b':
            case 'h':
                rejectFlags(ALTERNATE);
                checkText();
                break;
            case 's':
                checkText();
                break;
            case 'c':
                rejectPrecision();
                rejectFlags(ALTERNATE | PLUS | SPACE | ZERO | GROUP | PARENTHESES);
                requireWidth(LEFT);
                break;
            case 'd':
                checkNumber();
                rejectPrecision();
                rejectFlags(ALTERNATE);
                break;
            case 'o':
            case 'x':
                checkNumber();
                rejectPrecision();
                rejectFlags(GROUP);
                break;
            case '%':
            case 'n':
                checkFixed();
                break;
            default:
                checkNumber();
                rejectFlags(conversion == 'a' ? PARENTHESES | GROUP
                    : conversion == 'e' ? GROUP : conversion == 'g' ? ALTERNATE : 0);
        }
    }

    private void checkText() {
        requireWidth(LEFT);
        rejectFlags(PLUS | SPACE | ZERO | GROUP | PARENTHESES);
    }

    private void checkNumber() {
        requireWidth(LEFT | ZERO);
        if (has(PLUS) && has(SPACE) || has(LEFT) && has(ZERO)) {
            String text = flagsText(flags);
            int at = has(LEFT) ? 1 : 0;
            throw new IllegalFormatFlagsException(upper ? text.substring(0, at) + "^" + text.substring(at) : text);
        }
    }

    private void checkFixed() {
        rejectPrecision();
        if (conversion == 'n') {
            if (width != -1) {
                throw new IllegalFormatWidthException(width);
            }
            if (flags != 0) {
                throw new IllegalFormatFlagsException(flagsText(flags));
            }
        } else {
            if ((flags & ~LEFT) != 0) {
                throw new IllegalFormatFlagsException(flagsText(flags));
            }
            requireWidth(LEFT);
        }
    }

    private void requireWidth(int whereFlags) {
        if (width == -1 && has(whereFlags)) {
            throw new MissingFormatWidthException(toString());
        }
    }

    private void rejectPrecision() {
        if (precision != -1) {
            throw new IllegalFormatPrecisionException(precision);
        }
    }

    private void rejectFlags(int rejected) {
        if (has(rejected)) {
            int first = flags & rejected;
            throw new FormatFlagsConversionMismatchException(flagsText(first & -first), conversion);
        }
    }

    private static String flagsText(int flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FLAGS.length(); i++) {
            if ((flags & 1 << i) != 0) {
                text.append(FLAGS.charAt(i));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "%" + flagsText(flags) + (index > 0 && takesArgument() ? index + "$" : "") + (width == -1 ? "" : String.valueOf(width))
            + (precision == -1 ? "" : "." + precision) + (upper ? Character.toUpperCase(conversion) : conversion);
    }

    boolean takesArgument() {
        return conversion != '%' && conversion != 'n';
    }

    boolean isOrdinary() {
        return index == 0 && !has(PREVIOUS);
    }

    boolean isString() {
        return conversion == 's';
    }

    int argumentIndex(int last, int lastOrdinary) {
        return has(PREVIOUS) ? last : index > 0 ? index - 1 : lastOrdinary + 1;
    }

    void delegate(Formatter formatter, Formattable argument) {
        argument.formatTo(formatter, (has(LEFT) ? FormattableFlags.LEFT_JUSTIFY : 0)
            | (upper ? FormattableFlags.UPPERCASE : 0) | (has(ALTERNATE) ? FormattableFlags.ALTERNATE : 0),
            width, precision);
    }

    String formatted(Object argument) {
        switch (conversion) {
            case 'n': return "\n";
            case '%': return justified("%");
            case 'b': return text(argument instanceof Boolean ? argument.toString() : String.valueOf(argument != null));
            case 'h': return text(argument == null ? "null" : Integer.toHexString(argument.hashCode()));
            case 's': return string(argument);
            default: break;
        }
        if (argument == null) {
            return text("null");
        }
        switch (conversion) {
            case 'c': return character(argument);
            case 'd':
            case 'o':
            case 'x': return integer(argument);
            default: return floating(argument);
        }
    }

    private String string(Object argument) {
        if (has(ALTERNATE)) {
            throw new FormatFlagsConversionMismatchException("#", 's');
        }
        return text(String.valueOf(argument));
    }

    private String text(String text) {
        String cut = precision != -1 && precision < text.length() && "cdox".indexOf(conversion) < 0
            ? text.substring(0, precision) : text;
        return justified(upper ? cut.toUpperCase() : cut);
    }

    private String justified(String text) {
        int missing = width - text.length();
        if (width == -1 || missing <= 0) {
            return text;
        }
        String blanks = " ".repeat(missing);
        return has(LEFT) ? text + blanks : blanks + text;
    }

    private IllegalFormatConversionException mismatch(Object argument) {
        return new IllegalFormatConversionException(conversion, argument.getClass());
    }

    private String character(Object argument) {
        if (argument instanceof Character) {
            return text(argument.toString());
        }
        if (!(argument instanceof Byte || argument instanceof Short || argument instanceof Integer)) {
            throw mismatch(argument);
        }
        int codePoint = ((Number) argument).intValue();
        if (!Character.isValidCodePoint(codePoint)) {
            throw new IllegalFormatCodePointException(codePoint);
        }
        return text(Character.toString(codePoint));
    }

    private String integer(Object argument) {
        int bits = argument instanceof Byte ? 8 : argument instanceof Short ? 16 : argument instanceof Integer ? 32
            : argument instanceof Long ? 64 : 0;
        if (bits == 0) {
            throw mismatch(argument);
        }
        long value = ((Number) argument).longValue();
        if (conversion == 'd') {
            String digits = Long.toString(value);
            return signed(value < 0, value < 0 ? digits.substring(1) : digits, "");
        }
        rejectFlags(PARENTHESES);
        rejectFlags(SPACE);
        rejectFlags(PLUS);
        long unsigned = bits < 64 ? value & (1L << bits) - 1 : value;
        String digits = conversion == 'o' ? Long.toOctalString(unsigned) : Long.toHexString(unsigned);
        String prefix = !has(ALTERNATE) ? "" : conversion == 'o' ? "0" : "0x";
        int zeros = has(ZERO) ? width - prefix.length() - digits.length() : 0;
        String whole = prefix + "0".repeat(Math.max(zeros, 0)) + digits;
        return justified(upper ? whole.toUpperCase() : whole);
    }

    /** Sign, magnitude with groups and leading zeros as the flags ask, then the exponent or nothing. */
    private String signed(boolean negative, String magnitude, String exponent) {
        String sign = negative ? has(PARENTHESES) ? "(" : "-" : has(PLUS) ? "+" : has(SPACE) ? " " : "";
        String closing = negative && has(PARENTHESES) ? ")" : "";
        String digits = has(GROUP) ? grouped(magnitude) : magnitude;
        int zeros = !has(ZERO) ? 0 : width - sign.length() - digits.length() - exponent.length() - closing.length();
        return justified(sign + "0".repeat(Math.max(zeros, 0)) + digits + exponent + closing);
    }

    private static String grouped(String magnitude) {
        int point = magnitude.indexOf('.');
        int whole = point < 0 ? magnitude.length() : point;
        StringBuilder result = new StringBuilder(magnitude);
        for (int at = whole - 3; at > 0; at -= 3) {
            result.insert(at, ',');
        }
        return result.toString();
    }

    private String floating(Object argument) {
        if (!(argument instanceof Double || argument instanceof Float)) {
            throw mismatch(argument);
        }
        double value = ((Number) argument).doubleValue();
        if (value != value) {
            return justified(upper ? "NAN" : "NaN");
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        double magnitude = Math.abs(value);
        if (magnitude == Double.POSITIVE_INFINITY) {
            int saved = flags;
            flags &= ~(ZERO | GROUP);
            String text = signed(negative, upper ? "INFINITY" : "Infinity", "");
            flags = saved;
            return text;
        }
        FormatDigits digits = new FormatDigits(magnitude);
        switch (conversion) {
            case 'a': return hexadecimal(negative, magnitude);
            case 'f': return signed(negative, withPoint(digits.fixed(precision == -1 ? 6 : precision)), "");
            case 'e': return scientific(negative, digits, precision == -1 ? 6 : precision);
            default: return general(negative, magnitude, digits, precision == -1 ? 6 : Math.max(precision, 1));
        }
    }

    private String withPoint(String digits) {
        return has(ALTERNATE) && digits.indexOf('.') < 0 ? digits + "." : digits;
    }

    private String scientific(boolean negative, FormatDigits digits, int places) {
        String mantissa = withPoint(digits.mantissa(places));
        int exponent = digits.exponent();
        String text = (upper ? "E" : "e") + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
            + Math.abs(exponent);
        return signed(negative, mantissa, text);
    }

    private String general(boolean negative, double magnitude, FormatDigits digits, int significant) {
        if (magnitude == 0.0) {
            return signed(negative, digits.fixed(significant - 1), "");
        }
        digits.mantissa(significant - 1);
        int exponent = digits.exponent();
        if (exponent >= -4 && exponent < significant) {
            return signed(negative, new FormatDigits(magnitude).fixed(significant - 1 - exponent), "");
        }
        return scientific(negative, new FormatDigits(magnitude), significant - 1);
    }

    private String hexadecimal(boolean negative, double magnitude) {
        String text = precision < 0 ? Double.toHexString(magnitude) : roundedHexadecimal(magnitude, Math.max(precision, 1));
        int zeros = has(ZERO) ? width - text.length() - (negative || has(PLUS) || has(SPACE) ? 1 : 0) : 0;
        String padded = "0x" + "0".repeat(Math.max(zeros, 0)) + text.substring(2);
        int saved = flags;
        flags &= ~ZERO;
        String result = signed(negative, upper ? padded.toUpperCase() : padded, "");
        flags = saved;
        return result;
    }

    /** With so many hexadecimal digits; a subnormal number that loses some is written as a normal one. */
    private static String roundedHexadecimal(double magnitude, int digits) {
        int exponentChange = 0;
        double rounded = magnitude;
        if (digits < 13 && magnitude != 0.0) {
            if (magnitude < Double.MIN_NORMAL) {
                exponentChange = -54;
                rounded *= 0x1.0p54;
            }
            int dropped = 52 - 4 * digits;
            long bits = Double.doubleToRawLongBits(rounded);
            long kept = bits >>> dropped;
            long rest = bits - (kept << dropped);
            long half = 1L << dropped - 1;
            if (rest > half || rest == half && (kept & 1) != 0) {
                kept++;
            }
            rounded = Double.longBitsToDouble(kept << dropped);
        }
        String text = Double.toHexString(rounded);
        int exponentAt = text.indexOf('p');
        String mantissa = text.substring(0, exponentAt);
        int exponent = Integer.parseInt(text.substring(exponentAt + 1)) + exponentChange;
        return mantissa + "0".repeat(Math.max(digits - (mantissa.length() - 4), 0)) + "p" + exponent;
    }
}
