package dormouse;

import java.io.InputStream;
import java.util.Objects;

/** What is typed at the console. Reading waits; a process that waits here is checkpointed first. */
public final class ConsoleInput extends InputStream {
    public ConsoleInput() {}

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read0(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) {
        Objects.checkFromIndexSize(off, len, b.length);
        return len == 0 ? 0 : read0(b, off, len);
    }

    @Override
    public int available() {
        return available0();
    }

    private static native int read0(byte[] b, int off, int len);

    private static native int available0();
}
