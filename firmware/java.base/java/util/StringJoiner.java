package java.util;

/** Texts with something between them, before and after. */
public final class StringJoiner {
    private final String delimiter;
    private final String prefix;
    private final String suffix;
    /** Null until a first text is added. */
    private StringBuilder body;
    private String emptyValue;

    public StringJoiner(CharSequence delimiter) {
        this(delimiter, "", "");
    }

    public StringJoiner(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        Objects.requireNonNull(prefix, "The prefix must not be null");
        Objects.requireNonNull(delimiter, "The delimiter must not be null");
        Objects.requireNonNull(suffix, "The suffix must not be null");
        this.delimiter = delimiter.toString();
        this.prefix = prefix.toString();
        this.suffix = suffix.toString();
    }

    /** The result as long as nothing is added. */
    public StringJoiner setEmptyValue(CharSequence emptyValue) {
        this.emptyValue = Objects.requireNonNull(emptyValue, "The empty value must not be null").toString();
        return this;
    }

    public StringJoiner add(CharSequence newElement) {
        if (body == null) {
            body = new StringBuilder();
        } else {
            body.append(delimiter);
        }
        body.append(String.valueOf(newElement));
        return this;
    }

    /** Adds what the other has joined, without its prefix and suffix. */
    public StringJoiner merge(StringJoiner other) {
        return other.body == null ? this : add(other.body.toString());
    }

    public int length() {
        return toString().length();
    }

    @Override
    public String toString() {
        if (body == null) {
            return emptyValue != null ? emptyValue : prefix + suffix;
        }
        return prefix + body + suffix;
    }
}
