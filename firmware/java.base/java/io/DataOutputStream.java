package java.io;

/** Writes primitive values to another stream. */
public class DataOutputStream extends FilterOutputStream implements DataOutput {
    protected int written;

    public DataOutputStream(OutputStream out) {
        super(out);
    }

    private void count(int bytes) {
        written = written + bytes < 0 ? Integer.MAX_VALUE : written + bytes;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        out.write(b);
        count(1);
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) throws IOException {
        out.write(b, off, len);
        count(len);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public final void writeBoolean(boolean v) throws IOException {
        writeByte(v ? 1 : 0);
    }

    @Override
    public final void writeByte(int v) throws IOException {
        out.write(v);
        count(1);
    }

    @Override
    public final void writeShort(int v) throws IOException {
        writeBytes(v, 2);
    }

    @Override
    public final void writeChar(int v) throws IOException {
        writeBytes(v, 2);
    }

    @Override
    public final void writeInt(int v) throws IOException {
        writeBytes(v, 4);
    }

    @Override
    public final void writeLong(long v) throws IOException {
        writeBytes(v, 8);
    }

    private void writeBytes(long v, int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (v >> 8 * (size - 1 - i));
        }
        out.write(bytes, 0, size);
        count(size);
    }

    @Override
    public final void writeFloat(float v) throws IOException {
        writeInt(Float.floatToIntBits(v));
    }

    @Override
    public final void writeDouble(double v) throws IOException {
        writeLong(Double.doubleToLongBits(v));
    }

    @Override
    public final void writeBytes(String s) throws IOException {
        for (int i = 0; i < s.length(); i++) {
            out.write((byte) s.charAt(i));
        }
        count(s.length());
    }

    @Override
    public final void writeChars(String s) throws IOException {
        for (int i = 0; i < s.length(); i++) {
            writeBytes(s.charAt(i), 2);
        }
    }

    @Override
    public final void writeUTF(String s) throws IOException {
        int length = 0;
        for (int i = 0; i < s.length(); i++) {
            length += utfBytes(s.charAt(i));
        }
        if (length > 65535) {
            String head = s.substring(0, 8);
            String tail = s.substring(s.length() - 8);
            throw new UTFDataFormatException("encoded string (" + head + "..." + tail + ") too long: " + length
                + " bytes");
        }
        byte[] bytes = new byte[length + 2];
        bytes[0] = (byte) (length >> 8);
        bytes[1] = (byte) length;
        int at = 2;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            int size = utfBytes(c);
            if (size == 1) {
                bytes[at++] = (byte) c;
            } else {
                if (size == 3) {
                    bytes[at++] = (byte) (0xe0 | c >> 12);
                }
                bytes[at++] = (byte) (size == 3 ? 0x80 | c >> 6 & 0x3f : 0xc0 | c >> 6);
                bytes[at++] = (byte) (0x80 | c & 0x3f);
            }
        }
        out.write(bytes, 0, bytes.length);
        count(bytes.length);
    }

    /** Zero takes two bytes, so that the encoding holds none. */
    private static int utfBytes(char c) {
        return c != 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    public final int size() {
        return written;
    }
}
