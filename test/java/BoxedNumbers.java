/** Boxes: the small value cache, equality, comparison, hash codes and null unboxing. */
public class BoxedNumbers {
    public static void main(String[] args) {
        Integer a = 127, b = 127, c = 128, d = 128;
        System.out.println((a == b) + " " + (c == d) + " " + c.equals(d) + " " + (c == 128));
        Long e = -128L, f = -128L;
        System.out.println((e == f) + " " + e.equals(-128) + " " + e.equals(-128L));
        Character g = 'x', h = 'x';
        Boolean t = true;
        Byte small = 3;
        Short shorter = 3;
        System.out.println((g == h) + " " + (t == Boolean.TRUE) + " " + small.equals(shorter) + " " + (small.intValue() == shorter));
        Object[] boxes = {1, 1L, 1.0, 1f, 'a', true, (byte) 1, (short) 1, -1, 1L << 40, Integer.MIN_VALUE, 0.0, -0.0};
        for (Object box : boxes) {
            System.out.println(box.getClass().getName() + " " + box + " " + box.hashCode());
        }
        Number[] numbers = {300, 1e10, 3.99f, -1L, (byte) -1, (short) 300};
        for (Number n : numbers) {
            System.out.println(n.byteValue() + " " + n.shortValue() + " " + n.intValue() + " " + n.longValue() + " " + n.floatValue()
                    + " " + n.doubleValue());
        }
        System.out.println(Integer.valueOf(3).compareTo(5) + " " + Double.valueOf(2).compareTo(1.0) + " "
                + Character.valueOf('b').compareTo('a') + " " + Boolean.FALSE.compareTo(true) + " " + Byte.valueOf((byte) 9).compareTo((byte) 2));
        Integer counter = 5;
        counter++;
        counter += 10;
        System.out.println(counter);
        Integer nothing = null;
        try {
            int unboxed = nothing;
            System.out.println(unboxed);
        } catch (NullPointerException npe) {
            System.out.println("cannot unbox null");
        }
        Object choice = args.length == 0 ? 1 : "one";
        Object promoted = args.length == 0 ? 1 : 2.0;
        System.out.println(choice + " " + promoted);
        System.out.println(Integer.MAX_VALUE + Integer.SIZE + " " + Long.BYTES + " " + Character.MAX_VALUE + 0 + " " + Byte.MIN_VALUE);
    }
}
