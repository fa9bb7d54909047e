package dormouse.net;

import java.io.IOException;

/**
 * The process at the other end of a channel was taken back to an older state, or this one was: messages between the two states were sent or
 * received twice, or are missing. Thrown once; the channel goes on with what both have now.
 */
public class PeerTakenBackException extends IOException {
    private static final long serialVersionUID = 1L;

    public PeerTakenBackException(String message) {
        super(message);
    }
}
