package java.io;

import java.nio.charset.Charset;
import java.util.Formatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Prints texts of values, encoded, to another stream.
 *
 * <p>Nothing is held back here: what a print call makes reaches the stream below in one write. The bytes are made anew
 * by each call, because an array kept for them would be a dirty line at each checkpoint.
 */
public class PrintStream extends FilterOutputStream implements Appendable, Closeable {
    private final boolean autoFlush;
    private final Charset charset;
    private boolean trouble;
    private boolean closing;

    public PrintStream(OutputStream out) {
        this(out, false);
    }

    public PrintStream(OutputStream out, boolean autoFlush) {
        super(Objects.requireNonNull(out, "Null output stream"));
        this.autoFlush = autoFlush;
        charset = null;
    }

    public PrintStream(OutputStream out, boolean autoFlush, String encoding) throws UnsupportedEncodingException {
        this(out, autoFlush, Encodings.named(encoding));
    }

    public PrintStream(OutputStream out, boolean autoFlush, Charset charset) {
        super(Objects.requireNonNull(out, "Null output stream"));
        this.autoFlush = autoFlush;
        this.charset = Objects.requireNonNull(charset);
    }

    private byte[] encoded(String text) {
        return charset == null ? text.getBytes() : text.getBytes(charset);
    }

    private void checkOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void flush() {
        synchronized (this) {
            try {
                checkOpen();
                out.flush();
            } catch (IOException e) {
                trouble = true;
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (!closing) {
                closing = true;
                try {
                    out.close();
                } catch (IOException e) {
                    trouble = true;
                }
                out = null;
            }
        }
    }

    public boolean checkError() {
        if (out != null) {
            flush();
        }
        if (out instanceof PrintStream) {
            return ((PrintStream) out).checkError();
        }
        return trouble;
    }

    protected void setError() {
        trouble = true;
    }

    protected void clearError() {
        trouble = false;
    }

    @Override
    public void write(int b) {
        try {
            synchronized (this) {
                checkOpen();
                out.write(b);
                if (b == '\n' && autoFlush) {
                    out.flush();
                }
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void write(byte[] buf, int off, int len) {
        try {
            synchronized (this) {
                checkOpen();
                out.write(buf, off, len);
                if (autoFlush) {
                    out.flush();
                }
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void write(byte[] buf) throws IOException {
        write(buf, 0, buf.length);
    }

    public void writeBytes(byte[] buf) {
        write(buf, 0, buf.length);
    }

    private void emit(String text) {
        byte[] bytes = encoded(text);
        write(bytes, 0, bytes.length);
    }

    private boolean isPlain() {
        return getClass() == PrintStream.class;
    }

    private void emitLine(String text) {
        emit(text.concat("\n"));
    }

    private synchronized void endLine() {
        emit("\n");
    }

    public void print(boolean b) {
        emit(String.valueOf(b));
    }

    public void print(char c) {
        emit(String.valueOf(c));
    }

    public void print(int i) {
        emit(String.valueOf(i));
    }

    public void print(long l) {
        emit(String.valueOf(l));
    }

    public void print(float f) {
        emit(String.valueOf(f));
    }

    public void print(double d) {
        emit(String.valueOf(d));
    }

    public void print(char[] chars) {
        emit(String.valueOf(chars));
    }

    public void print(String text) {
        emit(String.valueOf(text));
    }

    public void print(Object object) {
        emit(String.valueOf(object));
    }

    public void println() {
        endLine();
    }

    public void println(boolean b) {
        if (isPlain()) {
            emitLine(String.valueOf(b));
        } else {
            synchronized (this) {
                print(b);
                endLine();
            }
        }
    }

    public void println(char c) {
        if (isPlain()) {
            emitLine(String.valueOf(c));
        } else {
            synchronized (this) {
                print(c);
                endLine();
            }
        }
    }

    public void println(int i) {
        if (isPlain()) {
            emitLine(String.valueOf(i));
        } else {
            synchronized (this) {
                print(i);
                endLine();
            }
        }
    }

    public void println(long l) {
        if (isPlain()) {
            emitLine(String.valueOf(l));
        } else {
            synchronized (this) {
                print(l);
                endLine();
            }
        }
    }

    public void println(float f) {
        if (isPlain()) {
            emitLine(String.valueOf(f));
        } else {
            synchronized (this) {
                print(f);
                endLine();
            }
        }
    }

    public void println(double d) {
        if (isPlain()) {
            emitLine(String.valueOf(d));
        } else {
            synchronized (this) {
                print(d);
                endLine();
            }
        }
    }

    public void println(char[] chars) {
        if (isPlain()) {
            emitLine(String.valueOf(chars));
        } else {
            synchronized (this) {
                print(chars);
                endLine();
            }
        }
    }

    public void println(String text) {
        if (isPlain()) {
            emitLine(String.valueOf(text));
        } else {
            synchronized (this) {
                print(text);
                endLine();
            }
        }
    }

    public void println(Object object) {
        String text = String.valueOf(object);
        if (isPlain()) {
            emitLine(text);
        } else {
            synchronized (this) {
                print(text);
                endLine();
            }
        }
    }

    public PrintStream printf(String format, Object... args) {
        return format(format, args);
    }

    public PrintStream printf(Locale locale, String format, Object... args) {
        return format(locale, format, args);
    }

    public PrintStream format(String format, Object... args) {
        print(new Formatter().format(format, args).toString());
        return this;
    }

    public PrintStream format(Locale locale, String format, Object... args) {
        print(new Formatter(locale).format(format, args).toString());
        return this;
    }

    @Override
    public PrintStream append(CharSequence text) {
        print(String.valueOf(text));
        return this;
    }

    @Override
    public PrintStream append(CharSequence text, int start, int end) {
        return append((text == null ? "null" : text).subSequence(start, end));
    }

    @Override
    public PrintStream append(char c) {
        print(c);
        return this;
    }
}
