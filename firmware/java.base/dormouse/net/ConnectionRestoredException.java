package dormouse.net;

import java.io.IOException;

/**
 * The connection was opened again, after a power cut, a suspension, or a loss on the way: what is written from now on goes into a new stream,
 * and what is read comes from it. Thrown once for each time; what was under way in the old stream may have arrived or not.
 */
public class ConnectionRestoredException extends IOException {
    private static final long serialVersionUID = 1L;

    public ConnectionRestoredException(String message) {
        super(message);
    }
}
