package java.util;

/** A listener too many. */
public class TooManyListenersException extends Exception {
    public TooManyListenersException() {}

    public TooManyListenersException(String s) {
        super(s);
    }
}
