package java.nio.charset;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A character set. The device knows the six that every Java platform has; strings do the coding. */
public abstract class Charset implements Comparable<Charset> {
    /** Canonical name first, then the aliases in use. */
    private static final String[][] KNOWN = {
        {"UTF-8", "UTF8", "unicode-1-1-utf-8"},
        {"ISO-8859-1", "ISO8859_1", "ISO_8859_1", "ISO8859-1", "ISO_8859-1", "ISO_8859-1:1987", "latin1", "l1", "819",
            "IBM819", "IBM-819", "cp819", "iso-ir-100", "csISOLatin1", "8859_1"},
        {"US-ASCII", "ASCII", "ISO646-US", "646", "iso-ir-6", "ANSI_X3.4-1968", "ANSI_X3.4-1986", "ISO_646.irv:1991",
            "ISO_646.irv:1983", "us", "IBM367", "cp367", "csASCII", "default", "iso_646.irv:1983"},
        {"UTF-16", "UTF_16", "utf16", "unicode", "UnicodeBig"},
        {"UTF-16BE", "UTF_16BE", "ISO-10646-UCS-2", "X-UTF-16BE", "UnicodeBigUnmarked"},
        {"UTF-16LE", "UTF_16LE", "X-UTF-16LE", "UnicodeLittleUnmarked"},
    };

    private final String canonicalName;

    protected Charset(String canonicalName) {
        this.canonicalName = canonicalName;
    }

    private static final class Known extends Charset {
        Known(String canonicalName) {
            super(canonicalName);
        }
    }

    /** One object for each character set, made at its first use. */
    private static final Charset[] MADE = new Charset[KNOWN.length];

    private static synchronized Charset made(int index) {
        if (MADE[index] == null) {
            MADE[index] = new Known(KNOWN[index][0]);
        }
        return MADE[index];
    }

    private static int indexOf(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        checkName(name);
        for (int i = 0; i < KNOWN.length; i++) {
            for (String alias : KNOWN[i]) {
                if (alias.equalsIgnoreCase(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static void checkName(String name) {
        boolean legal = !name.isEmpty();
        for (int i = 0; i < name.length() && legal; i++) {
            char c = name.charAt(i);
            boolean alphanumeric = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            legal = alphanumeric || i > 0 && (c == '-' || c == '+' || c == ':' || c == '_' || c == '.');
        }
        if (!legal) {
            throw new IllegalCharsetNameException(name);
        }
    }

    public static Charset forName(String name) {
        int index = indexOf(name);
        if (index < 0) {
            throw new UnsupportedCharsetException(name);
        }
        return made(index);
    }

    public static boolean isSupported(String name) {
        return indexOf(name) >= 0;
    }

    public static Charset defaultCharset() {
        return made(0);
    }

    public final String name() {
        return canonicalName;
    }

    public String displayName() {
        return canonicalName;
    }

    public boolean canEncode() {
        return true;
    }

    public final boolean isRegistered() {
        return true;
    }

    @Override
    public final int compareTo(Charset other) {
        return canonicalName.compareToIgnoreCase(Objects.requireNonNull(other).canonicalName);
    }

    @Override
    public final int hashCode() {
        return canonicalName.hashCode();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Charset && canonicalName.equals(((Charset) other).canonicalName);
    }

    @Override
    public final String toString() {
        return canonicalName;
    }

    public static SortedMap<String, Charset> availableCharsets() {
        SortedMap<String, Charset> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < KNOWN.length; i++) {
            all.put(KNOWN[i][0], made(i));
        }
        return all;
    }

    public final Set<String> aliases() {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < KNOWN[indexOf(canonicalName)].length; i++) {
            names.add(KNOWN[indexOf(canonicalName)][i]);
        }
        return names;
    }

    public String displayName(Locale locale) {
        return canonicalName;
    }

    public boolean contains(Charset other) {
        return canonicalName.startsWith("UTF") || other.canonicalName.equals("US-ASCII") || equals(other);
    }
}
