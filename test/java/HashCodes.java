/** Hash codes that the specifications fix. */
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

public class HashCodes {
    enum Color { RED }

    record Pair(String a, long b) { }

    static class Custom {
        @Override
        public int hashCode() {
            return 0xbeef;
        }
    }

    public static void main(String[] args) {
        System.out.println("".hashCode() + " " + "a".hashCode() + " " + "The quick brown fox".hashCode() + " " + "\u00fc\u4e2d".hashCode());
        System.out.println(Integer.hashCode(-5) + " " + Long.hashCode(1L << 33) + " " + Long.valueOf(-1).hashCode() + " "
                + Double.hashCode(1.5) + " " + Float.hashCode(-0f) + " " + Boolean.hashCode(true) + " " + Boolean.hashCode(false) + " "
                + Character.hashCode('x') + " " + Byte.hashCode((byte) -3) + " " + Short.hashCode((short) 300));
        List<Object> list = new ArrayList<>(Arrays.asList("a", 1, null, 2.5));
        System.out.println(list.hashCode() + " " + new LinkedList<>(list).hashCode() + " " + Collections.emptyList().hashCode() + " "
                + list.equals(new LinkedList<>(list)));
        System.out.println(new HashSet<>(list).hashCode() + " " + Collections.singleton("x").hashCode());
        Map<String, Integer> map = new HashMap<>();
        map.put("one", 1);
        map.put("two", null);
        map.put(null, 3);
        System.out.println(map.hashCode() + " " + map.keySet().hashCode() + " " + map.entrySet().hashCode());
        System.out.println(new TreeMap<>(Map.of("k", "v")).hashCode() + " " + new AbstractMap.SimpleEntry<>("k", "v").hashCode());
        System.out.println(Objects.hash() + " " + Objects.hash(1, "a", null) + " " + Objects.hashCode(null) + " " + Objects.hash(1L, 'c'));
        System.out.println(Arrays.hashCode(new int[] {1, 2, 3}) + " " + Arrays.hashCode(new long[] {1L << 40}) + " "
                + Arrays.hashCode((int[]) null) + " " + Arrays.deepHashCode(new Object[] {new int[] {1}, "x"}));
        System.out.println(new Pair("a", 5).hashCode() + " " + new Pair(null, -1).hashCode());
        BitSet bits = new BitSet();
        bits.set(3);
        bits.set(100);
        System.out.println(bits.hashCode());
        System.out.println(new Custom().hashCode() + " " + new Custom().toString());
        Object o = new Object();
        System.out.println((o.hashCode() == o.hashCode()) + " " + (o.hashCode() == System.identityHashCode(o)) + " "
                + (System.identityHashCode(null)) + " " + (Color.RED.hashCode() == System.identityHashCode(Color.RED)));
        System.out.println(System.identityHashCode(new Custom()) == 0xbeef);
    }
}
