package java.util.stream;

/** The end of a pipeline that wants no more elements once it has found what it seeks. */
abstract class Seeker extends Sink {
    boolean found;

    @Override
    boolean cancelled() {
        return found;
    }
}
