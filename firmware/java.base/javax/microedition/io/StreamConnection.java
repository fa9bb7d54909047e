package javax.microedition.io;

/** A connection with a stream in each direction. */
public interface StreamConnection extends InputConnection, OutputConnection {}
