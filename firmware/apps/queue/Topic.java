package queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Messages under one name, delivered at least once: one that is not acknowledged comes back later, and after some failures it is put
 * aside with the dead letters.
 */
final class Topic {
    private static final int FAILURES_MAX = 4;
    private static final int DEAD_LETTERS_KEPT = 64;

    private final String name;
    private final PriorityQueue<Message> ready = new PriorityQueue<>();
    private final List<Message> later = new ArrayList<>();
    private final Map<Integer, Message> delivered = new HashMap<>();
    private final Deque<Message> dead = new ArrayDeque<>();
    private int lastReceipt;
    private int sent;
    private int acknowledged;
    private int buried;

    Topic(String name) {
        this.name = name;
    }

    void send(Message message) {
        ready.add(message);
        sent++;
    }

    /** A receipt for the most urgent message, to acknowledge it or give it back with; 0 if there is none. */
    int deliver() {
        Message message = ready.poll();
        if (message == null) {
            return 0;
        }
        delivered.put(++lastReceipt, message);
        return lastReceipt;
    }

    Message under(int receipt) {
        return delivered.get(receipt);
    }

    void acknowledge(int receipt) {
        take(receipt);
        acknowledged++;
    }

    void giveBack(int receipt, int step) {
        Message message = take(receipt);
        message.failures++;
        if (message.failures < FAILURES_MAX) {
            message.dueStep = step + (16 << message.failures);
            later.add(message);
            return;
        }
        buried++;
        dead.add(message);
        if (dead.size() > DEAD_LETTERS_KEPT) {
            dead.remove();
        }
    }

    private Message take(int receipt) {
        Message message = delivered.remove(receipt);
        if (message == null) {
            throw new IllegalStateException(name + ": nothing was delivered under receipt " + receipt);
        }
        return message;
    }

    /** Puts what has become due among what is ready. */
    void wake(int step) {
        for (int i = later.size() - 1; i >= 0; i--) {
            Message message = later.get(i);
            if (message.dueStep <= step) {
                later.set(i, later.get(later.size() - 1));
                later.remove(later.size() - 1);
                ready.add(message);
            }
        }
    }

    /** No message is lost and none is there twice: throws if the counts do not agree. */
    void verify() {
        int held = ready.size() + later.size() + delivered.size();
        if (sent != acknowledged + buried + held) {
            throw new IllegalStateException(name + ": " + sent + " sent, " + acknowledged + " done, " + buried + " dead, " + held + " held");
        }
    }

    int waiting() {
        return ready.size() + later.size() + delivered.size();
    }

    @Override
    public String toString() {
        return name + " " + acknowledged + "/" + sent + (buried > 0 ? " (" + buried + " dead)" : "");
    }
}
