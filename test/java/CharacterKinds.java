/** Character: categories, cases, digits, surrogates. */
public class CharacterKinds {
    public static void main(String[] args) {
        StringBuilder out = new StringBuilder();
        for (char c : "aZ5 _$\t\n\u00e9\u00df\u0130\u01c5\u0391\u0660\u2028\u20ac\u4e2d\ud800\u0000\u00a0\u3000\u0301".toCharArray()) {
            out.append(String.format("%04x", (int) c)).append(' ').append(Character.getType(c)).append(' ');
            boolean[] kinds = {Character.isLetter(c), Character.isDigit(c), Character.isLetterOrDigit(c), Character.isUpperCase(c), Character.isLowerCase(c), Character.isTitleCase(c), Character.isWhitespace(c), Character.isSpaceChar(c),
                Character.isISOControl(c), Character.isJavaIdentifierStart(c), Character.isJavaIdentifierPart(c), Character.isIdentifierIgnorable(c), Character.isDefined(c), Character.isSurrogate(c), Character.isAlphabetic(c), Character.isMirrored(c), Character.isUnicodeIdentifierStart(c)};
            for (boolean kind : kinds) {
                out.append(kind ? '1' : '0');
            }
            out.append(' ').append((int) Character.toUpperCase(c)).append(' ').append((int) Character.toLowerCase(c)).append(' ').append((int) Character.toTitleCase(c)).append(' ').append(Character.getNumericValue(c)).append(' ').append(Character.digit(c, 16)).append('\n');
        }
        System.out.print(out);
        System.out.println(Character.forDigit(11, 16) + " " + (int) Character.forDigit(20, 16) + " " + Character.digit('z', 36) + " " + Character.digit('z', 35) + " " + Character.MIN_RADIX + Character.MAX_RADIX);
        System.out.println(Character.toChars(0x1F600).length + " " + Character.charCount(0xFFFF) + " " + Character.isSupplementaryCodePoint(0x10000) + " " + Character.isValidCodePoint(0x110000) + " " + Character.toCodePoint('\ud83d', '\ude00') + " " + Character.isSurrogatePair('\ud83d', '\ude00') + " " + (int) Character.highSurrogate(0x1F600) + " " + (int) Character.lowSurrogate(0x1F600));
        System.out.println(Character.valueOf('x').compareTo('z') + " " + Character.compare('b', 'a') + " " + Character.hashCode('a') + " " + Character.toString(128512) + " " + Character.reverseBytes('\u1234') + " " + Character.isBmpCodePoint(65536) + " " + Character.valueOf('q').equals('q') + " " + Character.codePointCount("a😀", 0, 3));
        System.out.println(Character.getNumericValue('\u2167') + " " + Character.getNumericValue('Z') + " " + Character.getDirectionality('a') + " " + Character.isIdeographic(0x4e2d));
    }
}
