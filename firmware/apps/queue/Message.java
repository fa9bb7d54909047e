package queue;

/** What a producer sent: the numbers of one producer ascend by one. */
final class Message implements Comparable<Message> {
    final int producer;
    final int number;
    final int priority;
    final String body;
    /** How often it was delivered and not acknowledged. */
    int failures;
    /** When it may be delivered again. */
    int dueStep;

    Message(int producer, int number, int priority, String body) {
        this.producer = producer;
        this.number = number;
        this.priority = priority;
        this.body = body;
    }

    /** The more urgent first, then the one that is due earlier, then by sender and number. */
    @Override
    public int compareTo(Message other) {
        if (priority != other.priority) {
            return Integer.compare(other.priority, priority);
        }
        if (dueStep != other.dueStep) {
            return Integer.compare(dueStep, other.dueStep);
        }
        return producer != other.producer ? Integer.compare(producer, other.producer) : Integer.compare(number, other.number);
    }
}
