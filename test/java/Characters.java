/** Character classes, cases and digits, within Latin and beyond. */
public class Characters {
    public static void main(String[] args) {
        char[] chars = {'a', 'Z', '5', ' ', '\t', '\n', '_', '$', '-', 0, 127, '\u00e4', '\u00df', '\u00d7', '\u00a0', '\u00b5'};
        for (char c : chars) {
            StringBuilder line = new StringBuilder().append((int) c).append(':');
            flag(line, "letter", Character.isLetter(c));
            flag(line, "digit", Character.isDigit(c));
            flag(line, "alnum", Character.isLetterOrDigit(c));
            flag(line, "upper", Character.isUpperCase(c));
            flag(line, "lower", Character.isLowerCase(c));
            flag(line, "space", Character.isWhitespace(c));
            flag(line, "spaceChar", Character.isSpaceChar(c));
            flag(line, "start", Character.isJavaIdentifierStart(c));
            flag(line, "part", Character.isJavaIdentifierPart(c));
            flag(line, "control", Character.isISOControl(c));
            line.append(' ').append((int) Character.toUpperCase(c)).append(' ').append((int) Character.toLowerCase(c));
            line.append(' ').append(Character.getNumericValue(c));
            System.out.println(line);
        }
        System.out.println(Character.digit('f', 16) + " " + Character.digit('g', 16) + " " + Character.digit('7', 8) + " "
                + Character.digit('8', 8) + " " + Character.digit('Z', 36) + " " + Character.forDigit(11, 16) + " "
                + (int) Character.forDigit(16, 16));
        System.out.println(Character.isSurrogate('\ud800') + " " + Character.isHighSurrogate('\ud83d') + " "
                + Character.toCodePoint('\ud83d', '\ude00') + " " + Character.charCount(0x1f600) + " " + Character.toChars(0x1f600).length
                + " " + (int) Character.highSurrogate(0x1f600) + " " + (int) Character.lowSurrogate(0x1f600));
        System.out.println(Character.toString('q') + Character.valueOf('r') + Character.toString(0x41) + " " + Character.MIN_RADIX
                + " " + Character.MAX_RADIX + " " + Character.hashCode('a'));
        int letters = 0;
        int digits = 0;
        for (char c = 0; c < 256; c++) {
            letters += Character.isLetter(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
        }
        System.out.println(letters + " " + digits);
    }

    static void flag(StringBuilder line, String name, boolean holds) {
        if (holds) {
            line.append(' ').append(name);
        }
    }
}
