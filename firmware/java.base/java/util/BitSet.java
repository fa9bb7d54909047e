package java.util;

import java.io.Serializable;
import java.util.stream.IntStream;

/** Bits by number, as many as needed, in words of 64. */
public class BitSet implements Cloneable, Serializable {
    private long[] words;
    /** All words from here on are zero, the one before is not. */
    private int used;
    private boolean sizeIsGiven;

    public BitSet() {
        words = new long[1];
    }

    public BitSet(int nbits) {
        if (nbits < 0) {
            throw new NegativeArraySizeException("nbits < 0: " + nbits);
        }
        words = new long[nbits + 63 >>> 6];
        sizeIsGiven = true;
    }

    private BitSet(long[] words) {
        this.words = words;
        this.used = words.length;
        shrink();
    }

    public static BitSet valueOf(long[] longs) {
        return new BitSet(Arrays.copyOf(longs, longs.length));
    }

    /** Eight bits from each byte, the lowest first. */
    public static BitSet valueOf(byte[] bytes) {
        long[] words = new long[bytes.length + 7 >>> 3];
        for (int i = 0; i < bytes.length; i++) {
            words[i >> 3] |= (bytes[i] & 0xffL) << 8 * (i & 7);
        }
        return new BitSet(words);
    }

    public byte[] toByteArray() {
        byte[] bytes = new byte[length() + 7 >>> 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i >> 3] >>> 8 * (i & 7));
        }
        return bytes;
    }

    public long[] toLongArray() {
        return Arrays.copyOf(words, used);
    }

    private static void checkIndex(int index, String name) {
        if (index < 0) {
            throw new IndexOutOfBoundsException(name + " < 0: " + index);
        }
    }

    private static void checkRange(int fromIndex, int toIndex) {
        checkIndex(fromIndex, "fromIndex");
        checkIndex(toIndex, "toIndex");
        if (fromIndex > toIndex) {
            throw new IndexOutOfBoundsException("fromIndex: " + fromIndex + " > toIndex: " + toIndex);
        }
    }

    /** Makes the word with this index one of the used ones. */
    private void use(int word) {
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(2 * words.length, word + 1));
            sizeIsGiven = false;
        }
        used = Math.max(used, word + 1);
    }

    private void shrink() {
        while (used > 0 && words[used - 1] == 0) {
            used--;
        }
    }

    private long word(int index) {
        return index < used ? words[index] : 0;
    }

    /** The bits of word {@code word} that lie in a range. */
    private static long mask(int word, int fromIndex, int toIndex) {
        long mask = -1L;
        if (word == fromIndex >> 6) {
            mask &= -1L << fromIndex;
        }
        if (word == toIndex >> 6) {
            mask &= ~(-1L << toIndex);
        }
        return mask;
    }

    public void flip(int bitIndex) {
        checkIndex(bitIndex, "bitIndex");
        use(bitIndex >> 6);
        words[bitIndex >> 6] ^= 1L << bitIndex;
        shrink();
    }

    public void flip(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        if (fromIndex == toIndex) {
            return;
        }
        use(toIndex - 1 >> 6);
        for (int i = fromIndex >> 6; i <= toIndex - 1 >> 6; i++) {
            words[i] ^= mask(i, fromIndex, toIndex);
        }
        shrink();
    }

    public void set(int bitIndex) {
        checkIndex(bitIndex, "bitIndex");
        use(bitIndex >> 6);
        words[bitIndex >> 6] |= 1L << bitIndex;
    }

    public void set(int bitIndex, boolean value) {
        if (value) {
            set(bitIndex);
        } else {
            clear(bitIndex);
        }
    }

    public void set(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        if (fromIndex == toIndex) {
            return;
        }
        use(toIndex - 1 >> 6);
        for (int i = fromIndex >> 6; i <= toIndex - 1 >> 6; i++) {
            words[i] |= mask(i, fromIndex, toIndex);
        }
    }

    public void set(int fromIndex, int toIndex, boolean value) {
        if (value) {
            set(fromIndex, toIndex);
        } else {
            clear(fromIndex, toIndex);
        }
    }

    public void clear(int bitIndex) {
        checkIndex(bitIndex, "bitIndex");
        if (bitIndex >> 6 < used) {
            words[bitIndex >> 6] &= ~(1L << bitIndex);
            shrink();
        }
    }

    public void clear(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        for (int i = fromIndex >> 6; i < used && i <= toIndex - 1 >> 6; i++) {
            words[i] &= ~mask(i, fromIndex, toIndex);
        }
        shrink();
    }

    public void clear() {
        Arrays.fill(words, 0, used, 0L);
        used = 0;
    }

    public boolean get(int bitIndex) {
        checkIndex(bitIndex, "bitIndex");
        return (word(bitIndex >> 6) & 1L << bitIndex) != 0;
    }

    public BitSet get(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex);
        int end = Math.min(toIndex, length());
        if (end <= fromIndex) {
            return new BitSet(0);
        }
        int count = end - fromIndex;
        long[] part = new long[count + 63 >>> 6];
        int shift = fromIndex & 63;
        for (int i = 0; i < part.length; i++) {
            int source = (fromIndex >> 6) + i;
            part[i] = shift == 0 ? word(source) : word(source) >>> shift | word(source + 1) << 64 - shift;
        }
        if ((count & 63) != 0) {
            part[part.length - 1] &= ~(-1L << count);
        }
        return new BitSet(part);
    }

    public int nextSetBit(int fromIndex) {
        checkIndex(fromIndex, "fromIndex");
        for (int i = fromIndex >> 6; i < used; i++) {
            long word = words[i] & (i == fromIndex >> 6 ? -1L << fromIndex : -1L);
            if (word != 0) {
                return 64 * i + Long.numberOfTrailingZeros(word);
            }
        }
        return -1;
    }

    public int nextClearBit(int fromIndex) {
        checkIndex(fromIndex, "fromIndex");
        for (int i = fromIndex >> 6; i < used; i++) {
            long word = ~words[i] & (i == fromIndex >> 6 ? -1L << fromIndex : -1L);
            if (word != 0) {
                return 64 * i + Long.numberOfTrailingZeros(word);
            }
        }
        return Math.max(fromIndex, 64 * used);
    }

    /** Counts down from an index; -1 is before all bits. */
    private int previous(int fromIndex, boolean set) {
        if (fromIndex < 0) {
            if (fromIndex == -1) {
                return -1;
            }
            throw new IndexOutOfBoundsException("fromIndex < -1: " + fromIndex);
        }
        for (int i = fromIndex >> 6; i >= 0; i--) {
            long word = (set ? word(i) : ~word(i)) & (i == fromIndex >> 6 ? -1L >>> 63 - (fromIndex & 63) : -1L);
            if (word != 0) {
                return 64 * i + 63 - Long.numberOfLeadingZeros(word);
            }
        }
        return -1;
    }

    public int previousSetBit(int fromIndex) {
        return previous(fromIndex, true);
    }

    public int previousClearBit(int fromIndex) {
        return previous(fromIndex, false);
    }

    /** One more than the number of the highest bit. */
    public int length() {
        return used == 0 ? 0 : 64 * used - Long.numberOfLeadingZeros(words[used - 1]);
    }

    public boolean isEmpty() {
        return used == 0;
    }

    public boolean intersects(BitSet set) {
        for (int i = Math.min(used, set.used) - 1; i >= 0; i--) {
            if ((words[i] & set.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    public int cardinality() {
        int count = 0;
        for (int i = 0; i < used; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    public void and(BitSet set) {
        int kept = Math.min(used, set.used);
        for (int i = 0; i < used; i++) {
            words[i] &= i < kept ? set.words[i] : 0;
        }
        shrink();
    }

    public void or(BitSet set) {
        if (set.used > 0) {
            use(set.used - 1);
        }
        for (int i = 0; i < set.used; i++) {
            words[i] |= set.words[i];
        }
    }

    public void xor(BitSet set) {
        int count = set.used;
        if (count > 0) {
            use(count - 1);
        }
        for (int i = 0; i < count; i++) {
            words[i] ^= set.words[i];
        }
        shrink();
    }

    public void andNot(BitSet set) {
        for (int i = Math.min(used, set.used) - 1; i >= 0; i--) {
            words[i] &= ~set.words[i];
        }
        shrink();
    }

    @Override
    public int hashCode() {
        long hash = 1234;
        for (int i = 0; i < used; i++) {
            hash ^= words[i] * (i + 1);
        }
        return (int) (hash >> 32 ^ hash);
    }

    /** How many bits there is room for. */
    public int size() {
        return 64 * words.length;
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof BitSet)) {
            return false;
        }
        BitSet other = (BitSet) obj;
        return used == other.used && Arrays.equals(words, 0, used, other.words, 0, used);
    }

    @Override
    public Object clone() {
        if (!sizeIsGiven) {
            words = Arrays.copyOf(words, used);
        }
        try {
            BitSet copy = (BitSet) super.clone();
            copy.words = words.clone();
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = nextSetBit(0); i >= 0; i = i == Integer.MAX_VALUE ? -1 : nextSetBit(i + 1)) {
            text.append(text.length() == 1 ? "" : ", ").append(i);
        }
        return text.append('}').toString();
    }

    /** The indices of the bits that are set. */
    public IntStream stream() {
        return IntStream.iterate(nextSetBit(0), i -> i >= 0, i -> nextSetBit(i + 1));
    }
}
