package java.lang;

/** No class of the given name was found. */
public class ClassNotFoundException extends ReflectiveOperationException {
    public ClassNotFoundException() {
        super((Throwable) null);
    }

    public ClassNotFoundException(String message) {
        super(message, null);
    }

    public ClassNotFoundException(String message, Throwable exception) {
        super(message, exception);
    }

    public Throwable getException() {
        return super.getCause();
    }
}
