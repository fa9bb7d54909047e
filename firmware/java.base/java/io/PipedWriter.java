package java.io;

import java.util.Objects;

/** Writes what another thread reads from a PipedReader. */
public class PipedWriter extends Writer {
    private PipedReader sink;
    private boolean closed;

    public PipedWriter(PipedReader snk) throws IOException {
        connect(snk);
    }

    public PipedWriter() {}

    public synchronized void connect(PipedReader snk) throws IOException {
        if (snk == null) {
            throw new NullPointerException();
        }
        if (sink != null) {
            throw new IOException("Already connected");
        }
        if (closed) {
            throw new IOException("Pipe closed");
        }
        snk.connected();
        sink = snk;
    }

    private PipedReader sink() throws IOException {
        if (sink == null) {
            throw new IOException("Pipe not connected");
        }
        return sink;
    }

    @Override
    public void write(int c) throws IOException {
        sink().receive(c);
    }

    @Override
    public void write(char[] chars, int off, int len) throws IOException {
        PipedReader to = sink();
        Objects.checkFromIndexSize(off, len, chars.length);
        if (len > 0) {
            to.receive(chars, off, len);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (sink != null) {
            synchronized (sink) {
                sink.notifyAll();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (sink != null) {
            sink.receivedLast();
        }
    }
}
