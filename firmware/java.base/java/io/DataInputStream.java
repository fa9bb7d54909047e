package java.io;

import java.util.Objects;

/** Reads primitive values from another stream. */
public class DataInputStream extends FilterInputStream implements DataInput {
    public DataInputStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read(byte[] b) throws IOException {
        return in.read(b, 0, b.length);
    }

    @Override
    public final int read(byte[] b, int off, int len) throws IOException {
        return in.read(b, off, len);
    }

    @Override
    public final void readFully(byte[] b) throws IOException {
        readFully(b, 0, b.length);
    }

    @Override
    public final void readFully(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        int count = 0;
        while (count < len) {
            int n = in.read(b, off + count, len - count);
            if (n < 0) {
                throw new EOFException();
            }
            count += n;
        }
    }

    @Override
    public final int skipBytes(int n) throws IOException {
        int total = 0;
        while (total < n) {
            int skipped = (int) in.skip(n - total);
            if (skipped <= 0) {
                break;
            }
            total += skipped;
        }
        return total;
    }

    @Override
    public final int readUnsignedByte() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    @Override
    public final boolean readBoolean() throws IOException {
        return readUnsignedByte() != 0;
    }

    @Override
    public final byte readByte() throws IOException {
        return (byte) readUnsignedByte();
    }

    @Override
    public final int readUnsignedShort() throws IOException {
        return readUnsignedByte() << 8 | readUnsignedByte();
    }

    @Override
    public final short readShort() throws IOException {
        return (short) readUnsignedShort();
    }

    @Override
    public final char readChar() throws IOException {
        return (char) readUnsignedShort();
    }

    @Override
    public final int readInt() throws IOException {
        return readUnsignedShort() << 16 | readUnsignedShort();
    }

    @Override
    public final long readLong() throws IOException {
        return (long) readInt() << 32 | readInt() & 0xffffffffL;
    }

    @Override
    public final float readFloat() throws IOException {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public final double readDouble() throws IOException {
        return Double.longBitsToDouble(readLong());
    }

    @Override
    @Deprecated
    public final String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c == '\r') {
                skipLineFeed();
                break;
            }
            line.append((char) c);
            c = in.read();
        }
        return line.toString();
    }

    private void skipLineFeed() throws IOException {
        int next = in.read();
        if (next >= 0 && next != '\n') {
            if (!(in instanceof PushbackInputStream)) {
                in = new PushbackInputStream(in);
            }
            ((PushbackInputStream) in).unread(next);
        }
    }

    @Override
    public final String readUTF() throws IOException {
        return readUTF(this);
    }

    public static final String readUTF(DataInput in) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = new byte[length];
        in.readFully(bytes, 0, length);
        StringBuilder text = new StringBuilder(length);
        int at = 0;
        while (at < length) {
            int lead = bytes[at] & 0xff;
            int size = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : 0;
            if (size == 0) {
                throw new UTFDataFormatException("malformed input around byte " + at);
            }
            if (at + size > length) {
                throw new UTFDataFormatException("malformed input: partial character at end");
            }
            int c = size == 1 ? lead : size == 2 ? lead & 0x1f : lead & 0x0f;
            for (int i = 1; i < size; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    throw new UTFDataFormatException("malformed input around byte " + (at + size - 1));
                }
                c = c << 6 | bytes[at + i] & 0x3f;
            }
            text.append((char) c);
            at += size;
        }
        return text.toString();
    }
}
