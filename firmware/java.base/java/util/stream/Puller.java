package java.util.stream;

import java.util.ArrayList;

/** Draws elements through a pipeline one at a time: what the source's next element gives is kept until it is asked for. */
final class Puller extends Sink {
    private final Stage last;
    private final ArrayList<Object> kept = new ArrayList<>();
    private int next;
    private Sink first;
    private boolean ended;

    Puller(Stage last) {
        this.last = last;
    }

    /** Makes sure that there is an element to take; false at the end. */
    boolean fill() {
        while (next == kept.size()) {
            if (ended) {
                return false;
            }
            kept.clear();
            next = 0;
            if (first == null) {
                last.head().markStopping();
                first = last.link(this);
            }
            if (first.cancelled() || !last.head().sourceOne(first)) {
                ended = true;
                first.end();
            }
        }
        return true;
    }

    Object take() {
        return kept.set(next++, null);
    }

    @Override
    public void accept(Object in) {
        kept.add(in);
    }

    @Override
    public void accept(int in) {
        kept.add(in);
    }

    @Override
    public void accept(long in) {
        kept.add(in);
    }

    @Override
    public void accept(double in) {
        kept.add(in);
    }
}
