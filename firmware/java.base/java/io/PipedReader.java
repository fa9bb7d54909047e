package java.io;

import java.util.Objects;

/** Reads what another thread writes to a PipedWriter. */
public class PipedReader extends Reader {
    private static final int PIPE_SIZE = 1024;

    /** How long a reader or writer waits before it looks whether the other end is still alive. */
    private static final int LOOK_MILLIS = 1000;

    private char[] buffer;

    /** Where the next character is stored; -1 for an empty pipe, equal to {@code out} for a full one. */
    private int in = -1;

    private int out;

    private boolean connected;
    private boolean closedByWriter;
    private volatile boolean closedByReader;
    private Thread reader;
    private Thread writer;

    public PipedReader(PipedWriter src) throws IOException {
        this(src, PIPE_SIZE);
    }

    public PipedReader(PipedWriter src, int pipeSize) throws IOException {
        this(pipeSize);
        connect(src);
    }

    public PipedReader() {
        this(PIPE_SIZE);
    }

    public PipedReader(int pipeSize) {
        if (pipeSize <= 0) {
            throw new IllegalArgumentException("Pipe Size <= 0");
        }
        buffer = new char[pipeSize];
    }

    public void connect(PipedWriter src) throws IOException {
        src.connect(this);
    }

    /** The writer's side of connect. */
    synchronized void connected() throws IOException {
        if (connected) {
            throw new IOException("Already connected");
        }
        in = -1;
        out = 0;
        connected = true;
    }

    synchronized void receive(int c) throws IOException {
        checkReceiver();
        writer = Thread.currentThread();
        while (in == out) {
            awaitRoom();
        }
        if (in < 0) {
            in = 0;
            out = 0;
        }
        buffer[in++] = (char) c;
        if (in >= buffer.length) {
            in = 0;
        }
    }

    synchronized void receive(char[] c, int off, int len) throws IOException {
        for (int i = 0; i < len; i++) {
            receive(c[off + i]);
        }
    }

    private void checkReceiver() throws IOException {
        if (!connected) {
            throw new IOException("Pipe not connected");
        }
        if (closedByWriter || closedByReader) {
            throw new IOException("Pipe closed");
        }
        if (reader != null && !reader.isAlive()) {
            throw new IOException("Read end dead");
        }
    }

    private void awaitRoom() throws IOException {
        checkReceiver();
        notifyAll();
        await();
    }

    private void await() throws InterruptedIOException {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    synchronized void receivedLast() {
        closedByWriter = true;
        notifyAll();
    }

    @Override
    public synchronized int read() throws IOException {
        if (!connected) {
            throw new IOException("Pipe not connected");
        }
        if (closedByReader) {
            throw new IOException("Pipe closed");
        }
        if (writer != null && !writer.isAlive() && !closedByWriter && in < 0) {
            throw new IOException("Write end dead");
        }
        reader = Thread.currentThread();
        for (int looks = 2; in < 0;) {
            if (closedByWriter) {
                return -1;
            }
            if (writer != null && !writer.isAlive() && --looks < 0) {
                throw new IOException("Pipe broken");
            }
            notifyAll();
            await();
        }
        int c = buffer[out++];
        if (out >= buffer.length) {
            out = 0;
        }
        if (in == out) {
            in = -1;
        }
        return c;
    }

    /** Waits for the first character only. */
    @Override
    public synchronized int read(char[] chars, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, chars.length);
        if (len == 0) {
            return 0;
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        chars[off] = (char) first;
        int n = 1;
        while (n < len && in >= 0) {
            chars[off + n++] = (char) read();
        }
        return n;
    }

    @Override
    public synchronized boolean ready() throws IOException {
        if (!connected) {
            throw new IOException("Pipe not connected");
        }
        if (closedByReader) {
            throw new IOException("Pipe closed");
        }
        if (writer != null && !writer.isAlive() && !closedByWriter && in < 0) {
            throw new IOException("Write end dead");
        }
        return in >= 0;
    }

    @Override
    public void close() throws IOException {
        closedByReader = true;
        synchronized (this) {
            in = -1;
        }
    }
}
