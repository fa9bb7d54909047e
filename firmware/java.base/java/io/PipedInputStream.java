package java.io;

import java.util.Objects;

/** Reads what another thread writes to a PipedOutputStream. */
public class PipedInputStream extends InputStream {
    protected static final int PIPE_SIZE = 1024;

    /** How long a reader or writer waits before it looks whether the other end is still alive. */
    private static final int LOOK_MILLIS = 1000;

    protected byte[] buffer;

    /** Where the next byte is stored; -1 for an empty pipe, equal to {@code out} for a full one. */
    protected int in = -1;

    protected int out;

    private boolean connected;
    private boolean closedByWriter;
    private volatile boolean closedByReader;
    private Thread reader;
    private Thread writer;

    public PipedInputStream(PipedOutputStream src) throws IOException {
        this(src, PIPE_SIZE);
    }

    public PipedInputStream(PipedOutputStream src, int pipeSize) throws IOException {
        this(pipeSize);
        connect(src);
    }

    public PipedInputStream() {
        this(PIPE_SIZE);
    }

    public PipedInputStream(int pipeSize) {
        if (pipeSize <= 0) {
            throw new IllegalArgumentException("Pipe Size <= 0");
        }
        buffer = new byte[pipeSize];
    }

    public void connect(PipedOutputStream src) throws IOException {
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

    protected synchronized void receive(int b) throws IOException {
        checkReceiver();
        writer = Thread.currentThread();
        while (in == out) {
            awaitRoom();
        }
        if (in < 0) {
            in = 0;
            out = 0;
        }
        buffer[in++] = (byte) b;
        if (in >= buffer.length) {
            in = 0;
        }
    }

    synchronized void receive(byte[] b, int off, int len) throws IOException {
        for (int i = 0; i < len; i++) {
            receive(b[off + i]);
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
        int b = buffer[out++] & 0xff;
        if (out >= buffer.length) {
            out = 0;
        }
        if (in == out) {
            in = -1;
        }
        return b;
    }

    /** Waits for the first byte only. */
    @Override
    public synchronized int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        b[off] = (byte) first;
        int n = 1;
        while (n < len && in >= 0) {
            b[off + n++] = (byte) read();
        }
        return n;
    }

    @Override
    public synchronized int available() throws IOException {
        return in < 0 ? 0 : in > out ? in - out : in - out + buffer.length;
    }

    @Override
    public void close() throws IOException {
        closedByReader = true;
        synchronized (this) {
            in = -1;
        }
    }
}
