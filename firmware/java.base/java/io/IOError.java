package java.io;

/** A failure of input or output that no program can live on with. */
public class IOError extends Error {
    public IOError(Throwable cause) {
        super(cause);
    }
}
