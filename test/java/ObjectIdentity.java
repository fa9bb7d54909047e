/** equals, hashCode and == of plain objects, and identity that survives churn and collection. */
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

public class ObjectIdentity {
    static class Thing {
        final int n;

        Thing(int n) {
            this.n = n;
        }
    }

    public static void main(String[] args) {
        Object a = new Object();
        Object b = new Object();
        System.out.println(a.equals(a) + " " + a.equals(b) + " " + a.equals(null) + " " + (a == b));
        String text = a.toString();
        System.out.println(text.startsWith("java.lang.Object@") + " " + text.equals("java.lang.Object@" + Integer.toHexString(a.hashCode())));
        List<Thing> things = new ArrayList<>();
        int[] hashes = new int[300];
        for (int i = 0; i < 300; i++) {
            Thing thing = new Thing(i);
            things.add(thing);
            if (i % 2 == 0) {
                hashes[i] = thing.hashCode();
            }
        }
        Map<Thing, Integer> byIdentity = new IdentityHashMap<>();
        for (Thing thing : things) {
            byIdentity.put(thing, thing.n);
        }
        long garbage = 0;
        for (int i = 0; i < 20000; i++) {
            garbage += new Thing(i).n + ("" + i).length();
        }
        System.gc();
        int same = 0;
        int found = 0;
        for (Thing thing : things) {
            if (thing.n % 2 != 0 || hashes[thing.n] == thing.hashCode()) {
                same++;
            }
            if (byIdentity.get(thing) == thing.n) {
                found++;
            }
        }
        System.out.println(garbage + " " + same + " " + found + " " + byIdentity.get(new Thing(3)));
        String s1 = new String("equal");
        String s2 = new String("equal");
        Map<String, Integer> strings = new IdentityHashMap<>();
        strings.put(s1, 1);
        strings.put(s2, 2);
        System.out.println(strings.size() + " " + strings.get(s1) + " " + strings.get("equal"));
    }
}
