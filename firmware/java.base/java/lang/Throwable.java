package java.lang;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;

/**
 * What can be thrown.
 *
 * <p>All fields may be zero: the machine throws exceptions whose constructor it has not run. The back trace holds a
 * pair of method and bytecode index per frame; the elements are made when somebody asks.
 */
public class Throwable implements Serializable {
    private Object vmBacktrace;
    private String detailMessage;
    private Throwable cause;
    private boolean causeIsSet;
    private boolean suppressionDisabled;
    private boolean stackTraceFrozen;
    private StackTraceElement[] stackTrace;
    private Throwable[] suppressed;

    public Throwable() {
        fillInStackTrace();
    }

    public Throwable(String message) {
        fillInStackTrace();
        detailMessage = message;
    }

    public Throwable(String message, Throwable cause) {
        fillInStackTrace();
        detailMessage = message;
        this.cause = cause;
        causeIsSet = true;
    }

    public Throwable(Throwable cause) {
        fillInStackTrace();
        detailMessage = cause == null ? null : cause.toString();
        this.cause = cause;
        causeIsSet = true;
    }

    protected Throwable(String message, Throwable cause, boolean enableSuppression, boolean writableStackTrace) {
        if (writableStackTrace) {
            fillInStackTrace();
        } else {
            stackTraceFrozen = true;
        }
        detailMessage = message;
        this.cause = cause;
        causeIsSet = true;
        suppressionDisabled = !enableSuppression;
    }

    public String getMessage() {
        return detailMessage;
    }

    public String getLocalizedMessage() {
        return getMessage();
    }

    public synchronized Throwable getCause() {
        return cause;
    }

    public synchronized Throwable initCause(Throwable cause) {
        if (causeIsSet) {
            throw new IllegalStateException(
                "Can't overwrite cause with " + (cause == null ? "a null" : cause.toString()), this);
        }
        if (cause == this) {
            throw new IllegalArgumentException("Self-causation not permitted", this);
        }
        this.cause = cause;
        causeIsSet = true;
        return this;
    }

    @Override
    public String toString() {
        String name = getClass().getName();
        String message = getLocalizedMessage();
        return message == null ? name : name + ": " + message;
    }

    public synchronized Throwable fillInStackTrace() {
        if (!stackTraceFrozen) {
            fillInStackTrace0();
            stackTrace = null;
        }
        return this;
    }

    public StackTraceElement[] getStackTrace() {
        return elements().clone();
    }

    private synchronized StackTraceElement[] elements() {
        if (stackTrace == null) {
            int depth = stackTraceFrozen || vmBacktrace == null ? 0 : depth0();
            StackTraceElement[] elements = new StackTraceElement[depth];
            for (int i = 0; i < depth; i++) {
                elements[i] = element0(i);
            }
            stackTrace = elements;
        }
        return stackTrace;
    }

    public void setStackTrace(StackTraceElement[] elements) {
        StackTraceElement[] copy = elements.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == null) {
                throw new NullPointerException("stackTrace[" + i + "]");
            }
        }
        synchronized (this) {
            if (!stackTraceFrozen) {
                stackTrace = copy;
            }
        }
    }

    public final synchronized void addSuppressed(Throwable exception) {
        if (exception == this) {
            throw new IllegalArgumentException("Self-suppression not permitted", exception);
        }
        if (exception == null) {
            throw new NullPointerException("Cannot suppress a null exception.");
        }
        if (!suppressionDisabled) {
            int count = suppressed == null ? 0 : suppressed.length;
            Throwable[] grown = new Throwable[count + 1];
            if (count > 0) {
                System.arraycopy(suppressed, 0, grown, 0, count);
            }
            grown[count] = exception;
            suppressed = grown;
        }
    }

    public final synchronized Throwable[] getSuppressed() {
        return suppressed == null ? new Throwable[0] : suppressed.clone();
    }

    public void printStackTrace() {
        printStackTrace(System.err);
    }

    public void printStackTrace(PrintStream stream) {
        synchronized (stream) {
            print(new TracePrinter(stream, null));
        }
    }

    public void printStackTrace(PrintWriter writer) {
        print(new TracePrinter(null, writer));
    }

    private void print(TracePrinter printer) {
        printer.enter(this);
        printer.println(this);
        StackTraceElement[] trace = elements();
        for (StackTraceElement element : trace) {
            printer.println("\tat " + element);
        }
        printEnclosed(printer, trace, "");
    }

    /** What the exception suppressed, then its cause. */
    private void printEnclosed(TracePrinter printer, StackTraceElement[] trace, String prefix) {
        for (Throwable each : getSuppressed()) {
            each.print(printer, trace, "Suppressed: ", prefix + "\t");
        }
        Throwable ownCause = getCause();
        if (ownCause != null) {
            ownCause.print(printer, trace, "Caused by: ", prefix);
        }
    }

    /** Leaves out the frames at the end that are the enclosing trace's too. */
    private void print(TracePrinter printer, StackTraceElement[] enclosing, String caption, String prefix) {
        if (!printer.enter(this)) {
            printer.println(prefix + caption + "[CIRCULAR REFERENCE: " + this + "]");
            return;
        }
        StackTraceElement[] trace = elements();
        int last = trace.length - 1;
        for (int n = enclosing.length - 1; last >= 0 && n >= 0 && trace[last].equals(enclosing[n]); n--) {
            last--;
        }
        int inCommon = trace.length - 1 - last;
        printer.println(prefix + caption + this);
        for (int i = 0; i <= last; i++) {
            printer.println(prefix + "\tat " + trace[i]);
        }
        if (inCommon != 0) {
            printer.println(prefix + "\t... " + inCommon + " more");
        }
        printEnclosed(printer, trace, prefix);
    }

    /** Where a trace goes to, and which exceptions it has shown already. */
    private static final class TracePrinter {
        private final PrintStream stream;
        private final PrintWriter writer;
        private Throwable[] shown = new Throwable[4];
        private int count;

        TracePrinter(PrintStream stream, PrintWriter writer) {
            this.stream = stream;
            this.writer = writer;
        }

        /** False if the exception has been shown before. */
        boolean enter(Throwable exception) {
            for (int i = 0; i < count; i++) {
                if (shown[i] == exception) {
                    return false;
                }
            }
            if (count == shown.length) {
                Throwable[] grown = new Throwable[2 * count];
                System.arraycopy(shown, 0, grown, 0, count);
                shown = grown;
            }
            shown[count++] = exception;
            return true;
        }

        void println(Object line) {
            if (stream != null) {
                stream.println(line);
            } else {
                writer.println(line);
            }
        }
    }

    private native void fillInStackTrace0();

    private native int depth0();

    private native StackTraceElement element0(int index);
}
