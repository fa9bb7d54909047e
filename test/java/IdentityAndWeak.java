/** Maps by identity, weak maps, and sets made of maps. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

public class IdentityAndWeak {
    public static void main(String[] args) {
        IdentityHashMap<String, Integer> identity = new IdentityHashMap<>();
        String a = new String("key");
        String b = new String("key");
        identity.put(a, 1);
        identity.put(b, 2);
        System.out.println(identity.size() + " " + identity.get(a) + " " + identity.get("key") + " " + identity.containsKey(b) + " " + identity.containsValue(2));
        System.out.println(identity.remove(new String("key")) + " " + identity.remove(a) + " " + identity.size() + " " + identity);
        identity.put(null, 5);
        System.out.println(identity.get(null) + " " + identity.putIfAbsent(null, 6) + " " + identity.merge(b, 10, Integer::sum));
        Map<String, Integer> same = new IdentityHashMap<>();
        same.put(b, 12);
        same.put(null, 5);
        System.out.println(identity.equals(same) + " " + same.keySet().contains(a) + " " + same.entrySet().size());
        for (int i = 0; i < 100; i++) {
            identity.put("k" + i, i);
        }
        int sum = 0;
        for (int value : identity.values()) {
            sum += value;
        }
        System.out.println(identity.size() + " " + sum);
        Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        System.out.println(objects.add(a) + " " + objects.add(b) + " " + objects.add(a) + " " + objects.size() + " " + objects.contains("key") + " " + objects.remove(b));
        WeakHashMap<Object, String> weak = new WeakHashMap<>();
        List<Object> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Object key = "held" + i;
            held.add(key);
            weak.put(key, "value" + i);
        }
        weak.put(null, "null");
        System.out.println(weak.size() + " " + weak.get("held3") + " " + weak.get(null) + " " + weak.containsKey("held9") + " " + weak.remove(null) + " " + weak.values().contains("value0"));
        System.out.println(held.size());
        Set<String> ordered = Collections.newSetFromMap(new LinkedHashMap<>());
        Collections.addAll(ordered, "z", "y", "x", "z");
        System.out.println(ordered + " " + ordered.equals(Set.of("x", "y", "z")));
        LinkedHashMap<Integer, String> recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
                return size() > 3;
            }
        };
        for (int i = 1; i <= 4; i++) {
            recent.put(i, "r" + i);
            recent.get(1);
            recent.getOrDefault(2, "");
        }
        System.out.println(recent + " " + recent.keySet());
        recent.putIfAbsent(4, "x");
        recent.compute(1, (k, v) -> v + "!");
        System.out.println(recent);
    }
}
