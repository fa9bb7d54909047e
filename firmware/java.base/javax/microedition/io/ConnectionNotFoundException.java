package javax.microedition.io;

import java.io.IOException;

/** What a connection should lead to cannot be found, or must not be reached. */
public class ConnectionNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    public ConnectionNotFoundException() {}

    public ConnectionNotFoundException(String message) {
        super(message);
    }
}
