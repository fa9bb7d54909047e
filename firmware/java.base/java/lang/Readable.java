package java.lang;

import java.io.IOException;
import java.nio.CharBuffer;

/** A source of characters that go to a buffer. */
public interface Readable {
    /** How many; -1 at the end. */
    int read(CharBuffer cb) throws IOException;
}
