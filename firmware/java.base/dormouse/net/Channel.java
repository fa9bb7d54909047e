package dormouse.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * Messages to and from another process, each once and in order, through power cuts, suspensions and lost connections on either side. Both
 * ends number what they send and keep it until the other has acknowledged it; an acknowledgement is output, so it leaves only when the
 * checkpoint that holds the message is durable. For one thread at a time.
 */
public final class Channel {
    /** Messages that are sent ahead of their acknowledgement. */
    private static final int WINDOW = 64;
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int PAUSE_MILLIS = 200;
    private static final int PAUSES_MAX = 10;
    /** A server that is not there yet is waited for. */
    private static final int OPEN_MILLIS_MAX = 60_000;

    private final String name;
    /** Where to connect to; null where the other side does. */
    private final String place;
    private final ChannelServer server;
    private final ArrayDeque<byte[]> unacknowledged = new ArrayDeque<>();
    private final ArrayDeque<byte[]> inbox = new ArrayDeque<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Sequence of the oldest message that is not acknowledged, and of the next that comes. */
    private int first;
    private int expected;
    private int lastAcknowledged;
    private int peerGeneration;
    private Wire wire;
    private long giveUpAt = Long.MAX_VALUE;
    private boolean isTakenBack;
    private boolean isClosed;

    private Channel(String name, String place, ChannelServer server) {
        this.name = name;
        this.place = place;
        this.server = server;
    }

    /** Connects to a {@link ChannelServer}; {@code name} tells it which channel this is, also when it connects again. */
    public static Channel open(String host, int port, String name) throws IOException {
        Channel channel = new Channel(name, host + ":" + port, null);
        channel.giveUpAt = System.currentTimeMillis() + OPEN_MILLIS_MAX;
        channel.connect();
        channel.giveUpAt = Long.MAX_VALUE;
        return channel;
    }

    static Channel accepted(String name, ChannelServer server) {
        return new Channel(name, null, server);
    }

    public String getName() {
        return name;
    }

    /** The other process's incarnation: another number after it was taken back to an older state. */
    public int getPeerGeneration() {
        return peerGeneration;
    }

    /** Sends a message of 4096 bytes at most. It may wait here until {@link #flush} or {@link #receive}, or until many do. */
    public void send(byte[] message) throws IOException {
        if (message.length > Wire.MESSAGE_BYTES_MAX) {
            throw new IllegalArgumentException("a message of " + message.length + " bytes");
        }
        check();
        while (unacknowledged.size() >= WINDOW) {
            flush();
            await();
        }
        unacknowledged.add(message);
        put(Wire.DATA, first + unacknowledged.size() - 1, message);
        if (out.size() >= Endpoint.BYTES_MAX) {
            flush();
        }
    }

    /** Returns when all that was sent has left. */
    public void flush() throws IOException {
        check();
        if (out.size() == 0) {
            return;
        }
        byte[] bytes = out.toByteArray();
        out.reset();
        lastAcknowledged = expected;
        try {
            write(bytes);
        } catch (IOException e) {
            again(e);
        }
    }

    /** The next message, in the order in which the other side sent it. */
    public byte[] receive() throws IOException {
        check();
        while (inbox.isEmpty()) {
            await();
            check();
        }
        return inbox.remove();
    }

    /** Waits until the other side has acknowledged all that was sent, or for so long: then it returns false. */
    public boolean drain(int millis) throws IOException {
        giveUpAt = System.currentTimeMillis() + millis;
        try {
            flush();
            while (!unacknowledged.isEmpty()) {
                await();
            }
            return true;
        } catch (InterruptedIOException e) {
            return false;
        } finally {
            giveUpAt = Long.MAX_VALUE;
        }
    }

    /** Acknowledges what has come, and lets the connection go. What was sent and not acknowledged may be lost: {@link #drain} first. */
    public void close() {
        try {
            if (!isClosed && wire != null && expected != lastAcknowledged) {
                put(Wire.ACK, 0, new byte[0]);
                flush();
            }
        } catch (IOException e) {
            // The other side will not hear it.
        }
        isClosed = true;
        if (wire != null) {
            wire.endpoint().close();
        }
        if (server != null) {
            server.forget(this);
        }
    }

    private void check() throws IOException {
        if (isClosed) {
            throw new IOException("the channel is closed");
        }
        if (isTakenBack) {
            isTakenBack = false;
            throw new PeerTakenBackException("channel " + name + ": one side was taken back to an older state");
        }
        if (wire == null) {
            connect();
        }
    }

    /** Sends what waits, acknowledgements too, and takes what comes. */
    private void await() throws IOException {
        try {
            if (absorb()) {
                return;
            }
        } catch (IOException e) {
            again(e);
            return;
        }
        if (expected != lastAcknowledged) {
            put(Wire.ACK, 0, new byte[0]);
        }
        flush();
        try {
            if (!absorb()) {
                // Where nothing comes the other side may be gone, and then it is for who connected to notice.
                wire.fill(place == null && giveUpAt == Long.MAX_VALUE ? 0 : TIMEOUT_MILLIS);
                absorb();
            }
        } catch (IOException e) {
            checkTime();
            again(e);
        }
    }

    /** Takes the frames that have come. */
    private boolean absorb() throws IOException {
        boolean hasCome = false;
        while (wire.poll()) {
            hasCome = true;
            if (wire.kind == Wire.HELLO) {
                throw new IOException("the other side greets twice");
            }
            if (wire.kind == Wire.DATA && wire.sequence == expected) {
                expected++;
                inbox.add(wire.bytes);
            }
            acknowledge(wire.acknowledged);
        }
        return hasCome;
    }

    /** The server has a newer connection of this channel. */
    void interrupt() {
        Wire old = wire;
        if (old != null) {
            old.endpoint().close();
        }
    }

    private void acknowledge(int sequence) {
        while (first < sequence && !unacknowledged.isEmpty()) {
            unacknowledged.remove();
            first++;
        }
    }

    private void put(int kind, int sequence, byte[] bytes) {
        byte[] frame = Wire.frame(kind, sequence, expected, bytes);
        out.write(frame, 0, frame.length);
    }

    private void write(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; done += Endpoint.BYTES_MAX) {
            wire.endpoint().write(bytes, done, Math.min(Endpoint.BYTES_MAX, bytes.length - done));
        }
    }

    /** The stream is gone, or another one. */
    private void again(IOException why) throws IOException {
        if (isClosed) {
            throw why;
        }
        if (why instanceof ConnectionRestoredException && place != null) {
            wire = new Wire(wire.endpoint());
        } else {
            wire.endpoint().close();
            wire = null;
        }
        connect();
    }

    private void connect() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (wire == null) {
                    wire = place == null ? server.next(this, giveUpAt) : new Wire(Endpoint.open("socket", place));
                }
                greet();
                return;
            } catch (IOException e) {
                if (isClosed) {
                    throw e;
                }
                if (System.currentTimeMillis() > giveUpAt) {
                    throw e;
                }
                if (wire != null && !(e instanceof ConnectionRestoredException && place != null)) {
                    wire.endpoint().close();
                    wire = null;
                } else if (wire != null) {
                    wire = new Wire(wire.endpoint());
                }
                pause(Math.min(attempt, PAUSES_MAX));
            }
        }
    }

    private void checkTime() throws InterruptedIOException {
        if (System.currentTimeMillis() > giveUpAt) {
            throw new InterruptedIOException("the other side does not acknowledge");
        }
    }

    private static void pause(int count) throws IOException {
        try {
            Thread.sleep((long) PAUSE_MILLIS * count);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Each side says what it has and what it wants; then what the other has not is sent again. */
    private void greet() throws IOException {
        out.reset();
        int generation = Integer.parseInt(wire.endpoint().info()[0]);
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] hello = new byte[4 + text.length];
        Endpoint.putInt(hello, 0, generation);
        System.arraycopy(text, 0, hello, 4, text.length);
        write(Wire.frame(Wire.HELLO, first, expected, hello));
        // Who connects greets first; the server has read that greeting to find the channel.
        if (place != null) {
            wire.take(TIMEOUT_MILLIS);
        }
        if (wire.kind != Wire.HELLO || wire.bytes.length < 4) {
            throw new IOException("the other side does not greet");
        }
        peerGeneration = Wire.int32(wire.bytes, 0);
        meet(wire.sequence, wire.acknowledged);
        int sequence = first;
        for (byte[] message : unacknowledged) {
            put(Wire.DATA, sequence++, message);
        }
        lastAcknowledged = expected;
        byte[] bytes = out.toByteArray();
        out.reset();
        write(bytes);
    }

    /** What the other side sends next, and what it wants next. */
    private void meet(int peerFirst, int peerExpected) {
        boolean isBehind = peerExpected < first || peerFirst > expected;
        boolean isAhead = peerExpected > first + unacknowledged.size();
        if (isBehind || isAhead) {
            isTakenBack = true;
            first = peerExpected;
            expected = Math.max(expected, peerFirst);
        }
        acknowledge(peerExpected);
    }
}
