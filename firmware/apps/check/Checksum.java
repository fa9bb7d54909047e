package check;

/** A 32-bit sum over numbers and texts that depends on their order. */
public final class Checksum {
    private int sum = 0x811c9dc5;

    public void add(long number) {
        mix((int) number);
        mix((int) (number >>> 32));
    }

    public void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
        mix(text.length());
    }

    private void mix(int bits) {
        sum = Integer.rotateLeft((sum ^ bits) * 0x01000193, 7);
    }

    /** Eight hexadecimal digits. */
    @Override
    public String toString() {
        String digits = Integer.toHexString(sum);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
