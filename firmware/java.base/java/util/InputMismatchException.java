package java.util;

/** The next token is not what a {@link Scanner} was asked for. */
public class InputMismatchException extends NoSuchElementException {
    public InputMismatchException() {}

    public InputMismatchException(String s) {
        super(s);
    }
}
