package dormouse.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Arguments and results of local services as bytes: a letter for the type, then the value. */
final class Values {
    private Values() {}

    static byte[] write(Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            put(out, values);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
        return bytes.toByteArray();
    }

    static Object[] read(byte[] bytes, int from) {
        try {
            return (Object[]) take(new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the message is cut short");
        }
    }

    private static void put(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('N');
        } else if (value instanceof Boolean) {
            out.writeByte('Z');
            out.writeBoolean((Boolean) value);
        } else if (value instanceof Integer) {
            out.writeByte('I');
            out.writeInt((Integer) value);
        } else if (value instanceof Long) {
            out.writeByte('J');
            out.writeLong((Long) value);
        } else if (value instanceof Double) {
            out.writeByte('D');
            out.writeDouble((Double) value);
        } else if (value instanceof String) {
            out.writeByte('S');
            out.writeUTF((String) value);
        } else if (value instanceof byte[]) {
            out.writeByte('B');
            out.writeInt(((byte[]) value).length);
            out.write((byte[]) value);
        } else if (value instanceof Object[]) {
            out.writeByte('A');
            out.writeInt(((Object[]) value).length);
            for (Object element : (Object[]) value) {
                put(out, element);
            }
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be copied to another process");
        }
    }

    private static Object take(DataInputStream in) throws IOException {
        int type = in.readByte();
        switch (type) {
            case 'N':
                return null;
            case 'Z':
                return in.readBoolean();
            case 'I':
                return in.readInt();
            case 'J':
                return in.readLong();
            case 'D':
                return in.readDouble();
            case 'S':
                return in.readUTF();
            case 'B':
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                return bytes;
            case 'A':
                Object[] array = new Object[in.readInt()];
                for (int i = 0; i < array.length; i++) {
                    array[i] = take(in);
                }
                return array;
            default:
                throw new IllegalArgumentException("type " + type + " in a message");
        }
    }
}
