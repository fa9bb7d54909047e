package dormouse;

import java.io.OutputStream;
import java.util.Objects;

/** One of the two output channels of the console. Each write reaches the console as a whole, and at once. */
public final class ConsoleOutput extends OutputStream {
    public static final int OUT = 1;
    public static final int ERR = 2;

    private final int channel;

    public ConsoleOutput(int channel) {
        this.channel = channel;
    }

    @Override
    public void write(int b) {
        byte[] one = {(byte) b};
        write0(channel, one, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
        Objects.checkFromIndexSize(off, len, b.length);
        write0(channel, b, off, len);
    }

    private static native void write0(int channel, byte[] b, int off, int len);
}
