package dormouse.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Where {@link Channel}s come in: a channel that connects again is the one that it was. */
public final class ChannelServer {
    private static final int GREETING_MILLIS = 3_000;

    private final Endpoint listener;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<Channel, Wire> wires = new HashMap<>();
    private final ArrayDeque<Channel> fresh = new ArrayDeque<>();

    /** Listens at the port, with a thread of its own. */
    public ChannelServer(int port) throws IOException {
        listener = Endpoint.open("listener", Integer.toString(port));
        Thread thread = new Thread(this::listen, "channels at " + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when a channel has come in that was not there before. */
    public synchronized Channel accept() throws InterruptedException {
        while (fresh.isEmpty()) {
            wait();
        }
        return fresh.remove();
    }

    private void listen() {
        for (;;) {
            try {
                welcome(new Wire(Endpoint.open("accepted", Integer.toString(listener.accept(0)))));
            } catch (IOException e) {
                // Whoever that was connects again.
            }
        }
    }

    private void welcome(Wire wire) throws IOException {
        try {
            wire.take(GREETING_MILLIS);
        } catch (IOException e) {
            wire.endpoint().close();
            throw e;
        }
        if (wire.kind != Wire.HELLO || wire.bytes.length < 4) {
            wire.endpoint().close();
            return;
        }
        String name = new String(wire.bytes, 4, wire.bytes.length - 4, StandardCharsets.UTF_8);
        Wire before;
        Channel channel;
        synchronized (this) {
            channel = channels.get(name);
            if (channel == null) {
                channel = Channel.accepted(name, this);
                channels.put(name, channel);
                fresh.add(channel);
            }
            before = wires.put(channel, wire);
            notifyAll();
        }
        if (before != null) {
            before.endpoint().close();
        }
        channel.interrupt();
    }

    /** The connection that the channel goes on with: the last one that came in, once the one before is gone. */
    synchronized Wire next(Channel channel, long giveUpAt) throws IOException {
        while (!wires.containsKey(channel)) {
            long left = giveUpAt - System.currentTimeMillis();
            if (left <= 0) {
                throw new java.io.InterruptedIOException("nobody connects");
            }
            try {
                wait(giveUpAt == Long.MAX_VALUE ? 0 : left);
            } catch (InterruptedException e) {
                throw new java.io.InterruptedIOException("interrupted");
            }
        }
        return wires.remove(channel);
    }

    synchronized void forget(Channel channel) {
        channels.remove(channel.getName());
        wires.remove(channel);
    }
}
