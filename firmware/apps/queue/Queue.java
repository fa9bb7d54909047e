package queue;

import check.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A message broker at work: producers send to four topics, consumers take the most urgent message, acknowledge it, fail and give it back,
 * or forget it for a while. Messages live for some hundred steps, so most of what is written is soon garbage. Every message is accounted
 * for at any time. Arguments: [STEPS [SEED]].
 */
public final class Queue {
    private static final int STEPS_BY_DEFAULT = 60_000;
    private static final int SEED_BY_DEFAULT = 1883;
    private static final int PRODUCERS = 6;
    private static final int WAITING_MAX = 200;
    private static final String[] NAMES = {"orders", "alarms", "telemetry", "mail"};
    private static final String[] WORDS = {"open", "close", "valve", "pump", "door", "north", "south", "level", "high", "low", "retry"};

    private final Topic[] topics = new Topic[NAMES.length];
    private final List<List<Integer>> held = new ArrayList<>();
    private final int[] lastNumbers = new int[PRODUCERS];
    private final Random random;
    private final Checksum checksum = new Checksum();

    private Queue(long seed) {
        random = new Random(seed);
        for (int i = 0; i < NAMES.length; i++) {
            topics[i] = new Topic(NAMES[i]);
            held.add(new ArrayList<>());
        }
    }

    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : STEPS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("queue: " + steps + " steps, seed " + seed);
        new Queue(seed).run(steps);
    }

    private void run(int steps) {
        int stepsPerLine = Math.max(1, steps / 12);
        for (int step = 1; step <= steps; step++) {
            int at = random.nextInt(topics.length);
            topics[at].wake(step);
            if (random.nextInt(100) < 32 && topics[at].waiting() < WAITING_MAX) {
                send(topics[at]);
            } else {
                consume(at, step);
            }
            if (step % stepsPerLine == 0 || step == steps) {
                printLine(step);
            }
        }
        System.out.println("checksum " + checksum);
    }

    private void send(Topic topic) {
        int producer = random.nextInt(PRODUCERS);
        StringBuilder body = new StringBuilder();
        for (int words = 2 + random.nextInt(8); words > 0; words--) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        topic.send(new Message(producer, ++lastNumbers[producer], random.nextInt(3), body.append(random.nextInt(1000)).toString()));
    }

    /** A consumer finishes what it holds before it takes more. */
    private void consume(int at, int step) {
        Topic topic = topics[at];
        List<Integer> receipts = held.get(at);
        if (receipts.size() < 4) {
            int receipt = topic.deliver();
            if (receipt > 0) {
                receipts.add(receipt);
            }
            return;
        }
        int receipt = receipts.remove(random.nextInt(receipts.size()));
        Message message = topic.under(receipt);
        if (random.nextInt(10) == 0) {
            topic.giveBack(receipt, step);
        } else {
            checksum.add(message.producer * 1_000_000L + message.number);
            checksum.add(message.body);
            topic.acknowledge(receipt);
        }
    }

    private void printLine(int step) {
        StringBuilder line = new StringBuilder("step ").append(step).append(':');
        for (Topic topic : topics) {
            topic.verify();
            line.append(' ').append(topic);
        }
        System.out.println(line);
    }
}
