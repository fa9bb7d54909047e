/** A map of a few thousand entries with lists as values, changed a hundred thousand times. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

public class MapChurn {
    static class Key {
        final int a;
        final short b;

        Key(int n) {
            a = n / 7;
            b = (short) (n % 7);
        }

        @Override
        public int hashCode() {
            return a * 7 + b;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.a == a && k.b == b;
        }
    }

    public static void main(String[] args) {
        Map<Key, List<Integer>> map = new HashMap<>();
        long seed = 2024;
        int removed = 0;
        for (int i = 0; i < 25000; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            Key key = new Key((int) (seed >>> 40) % 3000);
            if (seed >>> 62 == 0) {
                List<Integer> gone = map.remove(key);
                removed += gone == null ? 0 : gone.size();
            } else {
                List<Integer> list = map.get(key);
                if (list == null) {
                    map.put(key, list = new ArrayList<>(2));
                }
                list.add(i);
                if (list.size() > 6) {
                    list.subList(0, 3).clear();
                }
            }
            if (i % 5000 == 4999) {
                int total = 0;
                for (Iterator<List<Integer>> it = map.values().iterator(); it.hasNext();) {
                    List<Integer> list = it.next();
                    total += list.size();
                    if (list.get(0) % 11 == 0) {
                        it.remove();
                    }
                }
                System.out.println(map.size() + " keys, " + total + " values, " + removed + " removed");
            }
        }
        long checksum = 0;
        for (Map.Entry<Key, List<Integer>> entry : map.entrySet()) {
            checksum = checksum * 31 + entry.getKey().hashCode() * 7L + entry.getValue().hashCode();
        }
        System.out.println(checksum);
    }
}
