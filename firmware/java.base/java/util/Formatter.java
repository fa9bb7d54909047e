package java.util;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/**
 * Formats values into text by a format string.
 *
 * <p>All conversions of the JDK but those of dates and times; there is one locale, with a full stop and a comma.
 */
public final class Formatter implements Closeable, Flushable {
    private final Locale locale;
    private Appendable out;
    private IOException lastException;

    public Formatter() {
        this(new StringBuilder());
    }

    public Formatter(Appendable out) {
        this(out, Locale.getDefault());
    }

    public Formatter(Locale locale) {
        this(new StringBuilder(), locale);
    }

    public Formatter(Appendable out, Locale locale) {
        this.out = out == null ? new StringBuilder() : out;
        this.locale = locale;
    }

    public Formatter(PrintStream out) {
        this((Appendable) Objects.requireNonNull(out), Locale.getDefault());
    }

    public Formatter(OutputStream out) {
        this((Appendable) new PrintStream(Objects.requireNonNull(out)), Locale.getDefault());
    }

    public Formatter(OutputStream out, String csn) throws UnsupportedEncodingException {
        this(out, csn, Locale.getDefault());
    }

    public Formatter(OutputStream out, String csn, Locale locale) throws UnsupportedEncodingException {
        this((Appendable) new PrintStream(Objects.requireNonNull(out), false, csn), locale);
    }

    private void checkOpen() {
        if (out == null) {
            throw new FormatterClosedException();
        }
    }

    public Locale locale() {
        checkOpen();
        return locale;
    }

    public Appendable out() {
        checkOpen();
        return out;
    }

    @Override
    public String toString() {
        checkOpen();
        return out.toString();
    }

    @Override
    public void flush() {
        checkOpen();
        if (out instanceof Flushable) {
            try {
                ((Flushable) out).flush();
            } catch (IOException e) {
                lastException = e;
            }
        }
    }

    @Override
    public void close() {
        if (out instanceof Closeable) {
            try {
                ((Closeable) out).close();
            } catch (IOException e) {
                lastException = e;
            }
        }
        out = null;
    }

    public IOException ioException() {
        return lastException;
    }

    public Formatter format(Locale otherLocale, String format, Object... args) {
        return format(format, args);
    }

    /** The whole format string is checked before anything is put out. */
    public Formatter format(String format, Object... args) {
        checkOpen();
        FormatSpecifier first = FormatSpecifier.parse(format);
        int last = -1;
        int lastOrdinary = -1;
        int copied = 0;
        for (FormatSpecifier specifier = first; specifier != null; specifier = specifier.next) {
            append(format.substring(copied, specifier.begin));
            copied = specifier.end;
            Object argument = null;
            if (specifier.takesArgument()) {
                int index = specifier.argumentIndex(last, lastOrdinary);
                if (specifier.isOrdinary()) {
                    lastOrdinary = index;
                }
                last = index;
                if (index < 0 || args != null && index >= args.length) {
                    throw new MissingFormatArgumentException(specifier.toString());
                }
                argument = args == null ? null : args[index];
            }
            if (argument instanceof Formattable && specifier.isString()) {
                specifier.delegate(this, (Formattable) argument);
            } else {
                append(specifier.formatted(argument));
            }
        }
        append(format.substring(copied));
        return this;
    }

    private void append(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            lastException = e;
        }
    }
}
