package dormouse.service;

/** The handler of a local service threw an exception; the message begins with the name of its class. */
public class ServiceCallException extends Exception {
    private static final long serialVersionUID = 1L;

    public ServiceCallException(String message) {
        super(message);
    }
}
