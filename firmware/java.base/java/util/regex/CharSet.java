package java.util.regex;

/** A set of code points. */
abstract class CharSet {
    abstract boolean has(int c);

    CharSet not() {
        CharSet self = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return !self.has(c);
            }
        };
    }

    CharSet or(CharSet other) {
        CharSet self = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return self.has(c) || other.has(c);
            }
        };
    }

    CharSet and(CharSet other) {
        CharSet self = this;
        return new CharSet() {
            @Override
            boolean has(int c) {
                return self.has(c) && other.has(c);
            }
        };
    }

    static CharSet range(int low, int high) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return c >= low && c <= high;
            }
        };
    }

    /** The range, and what differs from its members in case only: in ASCII, or in all of Unicode. */
    static CharSet rangeIgnoringCase(int low, int high, boolean unicode) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                if (c >= low && c <= high) {
                    return true;
                }
                if (!unicode && c >= 0x80) {
                    return false;
                }
                int upper = Character.toUpperCase(c);
                int lower = Character.toLowerCase(upper);
                return upper >= low && upper <= high || lower >= low && lower <= high;
            }
        };
    }

    static CharSet anyOf(String chars) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                return chars.indexOf(c) >= 0;
            }
        };
    }

    static CharSet none() {
        return anyOf("");
    }

    static CharSet dot(boolean unixLines) {
        return anyOf(unixLines ? "\n" : "\n\r\u0085\u2028\u2029").not();
    }

    /** What a lower-case escape letter stands for, or null. */
    static CharSet escape(char letter) {
        switch (letter) {
            case 'd': return range('0', '9');
            case 's': return anyOf(" \t\n\u000b\f\r");
            case 'w': return range('0', '9').or(range('a', 'z')).or(range('A', 'Z')).or(anyOf("_"));
            case 'h': return anyOf(" \t\u00a0\u1680\u180e\u202f\u205f\u3000").or(range(0x2000, 0x200a));
            case 'v': return anyOf("\n\u000b\f\r\u0085\u2028\u2029");
            default: return null;
        }
    }

    /** The set of that name in \p{...}, or null. */
    static CharSet property(String name) {
        switch (name) {
            case "Lower": return range('a', 'z');
            case "Upper": return range('A', 'Z');
            case "ASCII": return range(0, 127);
            case "Alpha": return range('a', 'z').or(range('A', 'Z'));
            case "Digit": return range('0', '9');
            case "Alnum": return range('0', '9').or(range('a', 'z')).or(range('A', 'Z'));
            case "Punct": return anyOf("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
            case "Graph": return range('!', '~');
            case "Print": return range(' ', '~');
            case "Blank": return anyOf(" \t");
            case "Cntrl": return range(0, 31).or(range(127, 127));
            case "XDigit": return range('0', '9').or(range('a', 'f')).or(range('A', 'F'));
            case "Space": return escape('s');
            case "javaLowerCase":
            case "IsLowercase": return predicate(1);
            case "javaUpperCase":
            case "IsUppercase": return predicate(2);
            case "javaWhitespace": return predicate(3);
            case "javaMirrored": return predicate(4);
            case "IsAlphabetic": return predicate(5);
            case "IsDigit":
            case "javaDigit": return predicate(6);
            case "javaLetter": return predicate(7);
            case "javaLetterOrDigit": return predicate(8);
            default: return category(name.startsWith("Is") ? name.substring(2) : name);
        }
    }

    private static CharSet predicate(int which) {
        return new CharSet() {
            @Override
            boolean has(int c) {
                switch (which) {
                    case 1: return Character.isLowerCase(c);
                    case 2: return Character.isUpperCase(c);
                    case 3: return Character.isWhitespace(c);
                    case 4: return Character.isMirrored(c);
                    case 5: return Character.isAlphabetic(c);
                    case 6: return Character.isDigit(c);
                    case 7: return Character.isLetter(c);
                    default: return Character.isLetterOrDigit(c);
                }
            }
        };
    }

    /** Two characters for each general category, in the order of the constants of Character. */
    private static final String CATEGORIES = "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCf..CoCsPdPsPePcPoSmScSkSoPiPf";

    private static CharSet category(String name) {
        int mask = 0;
        for (int type = 0; 2 * type < CATEGORIES.length(); type++) {
            mask |= CATEGORIES.startsWith(name, 2 * type) && !name.isEmpty() ? 1 << type : 0;
        }
        int types = mask;
        return mask == 0 ? null : new CharSet() {
            @Override
            boolean has(int c) {
                return (types >> Character.getType(c) & 1) != 0;
            }
        };
    }
}
