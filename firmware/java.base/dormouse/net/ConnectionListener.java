package dormouse.net;

import javax.microedition.io.Connection;

/** Told, by a thread of its own, what a restore has made of connections. */
public interface ConnectionListener {
    /** It leads where it led before, in a new stream. */
    void restored(Connection connection);

    /** It could not be opened again. */
    void lost(Connection connection);
}
