package java.lang;

/** Upper and lower case of whole strings, where one unit may become three and sigma depends on its place. */
final class CaseMapping {
    private static final char DOTTED_I = '\u0130';
    private static final char SIGMA = '\u03a3';
    private static final char FINAL_SIGMA = '\u03c2';

    private CaseMapping() {}

    static String toLowerCase(String text, char[] chars) {
        int at = 0;
        while (at < chars.length && Character.toLowerCase(chars[at]) == chars[at]) {
            at++;
        }
        if (at == chars.length) {
            return text;
        }
        StringBuilder result = new StringBuilder(chars.length).append(chars, 0, at);
        for (; at < chars.length; at++) {
            char c = chars[at];
            if (c == DOTTED_I) {
                result.append("i\u0307");
            } else if (c == SIGMA && isFinal(chars, at)) {
                result.append(FINAL_SIGMA);
            } else {
                result.append(Character.toLowerCase(c));
            }
        }
        return result.toString();
    }

    /** A sigma is final if a cased letter stands before it in its word and none after it. */
    private static boolean isFinal(char[] chars, int at) {
        return isCasedNext(chars, at, -1) && !isCasedNext(chars, at, 1);
    }

    private static boolean isCasedNext(char[] chars, int from, int step) {
        for (int at = from + step; at >= 0 && at < chars.length; at += step) {
            char c = chars[at];
            if (Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c)) {
                return true;
            }
            if (!isInWord(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isInWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.FORMAT
            || type == Character.COMBINING_SPACING_MARK || c == '\'' || c == '.' || c == '_' || c == '\u2019';
    }

    static String toUpperCase(String text, char[] chars) {
        int at = 0;
        while (at < chars.length && !changesInUpperCase(chars[at])) {
            at++;
        }
        if (at == chars.length) {
            return text;
        }
        StringBuilder result = new StringBuilder(chars.length).append(chars, 0, at);
        for (; at < chars.length; at++) {
            char c = chars[at];
            String longer = c < 0x80 ? null : CharacterData.upperExpansion(c);
            if (longer != null) {
                result.append(longer);
            } else {
                result.append(Character.toUpperCase(c));
            }
        }
        return result.toString();
    }

    private static boolean changesInUpperCase(char c) {
        return Character.toUpperCase(c) != c || c >= 0x80 && CharacterData.upperExpansion(c) != null;
    }
}
