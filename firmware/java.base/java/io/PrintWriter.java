package java.io;

import java.nio.charset.Charset;
import java.util.Formatter;
import java.util.Locale;

/** Prints texts of values to a writer. */
public class PrintWriter extends Writer {
    protected Writer out;
    private final boolean autoFlush;
    private boolean trouble;

    public PrintWriter(Writer out) {
        this(out, false);
    }

    public PrintWriter(Writer out, boolean autoFlush) {
        super(out);
        this.out = out;
        this.autoFlush = autoFlush;
    }

    public PrintWriter(OutputStream out) {
        this(out, false);
    }

    public PrintWriter(OutputStream out, boolean autoFlush) {
        this(out, autoFlush, Charset.defaultCharset());
    }

    public PrintWriter(OutputStream out, boolean autoFlush, Charset charset) {
        this(new BufferedWriter(new OutputStreamWriter(out, charset)), autoFlush);
    }

    private void checkOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void flush() {
        try {
            synchronized (lock) {
                checkOpen();
                out.flush();
            }
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void close() {
        try {
            synchronized (lock) {
                if (out != null) {
                    out.close();
                    out = null;
                }
            }
        } catch (IOException e) {
            trouble = true;
        }
    }

    public boolean checkError() {
        if (out != null) {
            flush();
        }
        return out instanceof PrintWriter ? ((PrintWriter) out).checkError() : trouble;
    }

    protected void setError() {
        trouble = true;
    }

    protected void clearError() {
        trouble = false;
    }

    @Override
    public void write(int c) {
        try {
            synchronized (lock) {
                checkOpen();
                out.write(c);
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void write(char[] chars, int off, int len) {
        try {
            synchronized (lock) {
                checkOpen();
                out.write(chars, off, len);
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void write(char[] chars) {
        write(chars, 0, chars.length);
    }

    @Override
    public void write(String text, int off, int len) {
        try {
            synchronized (lock) {
                checkOpen();
                out.write(text, off, len);
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            trouble = true;
        }
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    public void print(boolean b) {
        write(String.valueOf(b));
    }

    public void print(char c) {
        write(c);
    }

    public void print(int i) {
        write(String.valueOf(i));
    }

    public void print(long l) {
        write(String.valueOf(l));
    }

    public void print(float f) {
        write(String.valueOf(f));
    }

    public void print(double d) {
        write(String.valueOf(d));
    }

    public void print(char[] chars) {
        write(chars);
    }

    public void print(String text) {
        write(String.valueOf(text));
    }

    public void print(Object object) {
        write(String.valueOf(object));
    }

    public void println() {
        try {
            synchronized (lock) {
                checkOpen();
                out.write('\n');
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

    public void println(boolean b) {
        synchronized (lock) {
            print(b);
            println();
        }
    }

    public void println(char c) {
        synchronized (lock) {
            print(c);
            println();
        }
    }

    public void println(int i) {
        synchronized (lock) {
            print(i);
            println();
        }
    }

    public void println(long l) {
        synchronized (lock) {
            print(l);
            println();
        }
    }

    public void println(float f) {
        synchronized (lock) {
            print(f);
            println();
        }
    }

    public void println(double d) {
        synchronized (lock) {
            print(d);
            println();
        }
    }

    public void println(char[] chars) {
        synchronized (lock) {
            print(chars);
            println();
        }
    }

    public void println(String text) {
        synchronized (lock) {
            print(text);
            println();
        }
    }

    public void println(Object object) {
        String text = String.valueOf(object);
        synchronized (lock) {
            print(text);
            println();
        }
    }

    public PrintWriter printf(String format, Object... args) {
        return format(format, args);
    }

    public PrintWriter printf(Locale locale, String format, Object... args) {
        return format(locale, format, args);
    }

    public PrintWriter format(String format, Object... args) {
        return formatted(new Formatter(), format, args);
    }

    public PrintWriter format(Locale locale, String format, Object... args) {
        return formatted(new Formatter(locale), format, args);
    }

    private PrintWriter formatted(Formatter formatter, String format, Object... args) {
        write(formatter.format(format, args).toString());
        if (autoFlush) {
            flush();
        }
        return this;
    }

    @Override
    public PrintWriter append(CharSequence text) {
        write(String.valueOf(text));
        return this;
    }

    @Override
    public PrintWriter append(CharSequence text, int start, int end) {
        return append((text == null ? "null" : text).subSequence(start, end));
    }

    @Override
    public PrintWriter append(char c) {
        write(c);
        return this;
    }
}
