package java.util;

/** Formats values into text. */
public final class Formatter {
    private final StringBuilder text = new StringBuilder();

    public Formatter() {}

    public Formatter(Locale locale) {}

    public Formatter format(String format, Object... args) {
        text.append(format);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
