package java.lang.invoke;

/** A method handle is used with another type than its own. */
public class WrongMethodTypeException extends RuntimeException {
    public WrongMethodTypeException() {
        super();
    }

    public WrongMethodTypeException(String s) {
        super(s);
    }
}
