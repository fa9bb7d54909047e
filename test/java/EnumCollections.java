/** EnumMap and EnumSet: always in the order of the constants. */
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

public class EnumCollections {
    enum Fruit {
        APPLE, BANANA, CHERRY, DATE, ELDERBERRY, FIG {
            @Override
            boolean tasty() {
                return false;
            }
        };

        boolean tasty() {
            return true;
        }
    }

    public static void main(String[] args) {
        EnumMap<Fruit, Integer> map = new EnumMap<>(Fruit.class);
        map.put(Fruit.FIG, 6);
        map.put(Fruit.BANANA, null);
        map.put(Fruit.APPLE, 1);
        System.out.println(map + " " + map.size() + " " + map.containsKey(Fruit.BANANA) + " " + map.get(Fruit.DATE) + " " + map.containsValue(6));
        map.merge(Fruit.APPLE, 10, Integer::sum);
        map.remove(Fruit.BANANA);
        for (Map.Entry<Fruit, Integer> entry : map.entrySet()) {
            entry.setValue(entry.getValue() + entry.getKey().ordinal());
        }
        System.out.println(map + " " + map.keySet() + " " + map.values() + " " + map.equals(new HashMap<>(map)));
        EnumSet<Fruit> some = EnumSet.of(Fruit.DATE, Fruit.APPLE, Fruit.CHERRY);
        EnumSet<Fruit> range = EnumSet.range(Fruit.BANANA, Fruit.DATE);
        System.out.println(some + " " + range + " " + EnumSet.complementOf(some) + " " + EnumSet.allOf(Fruit.class).size() + " "
                + EnumSet.noneOf(Fruit.class));
        some.retainAll(range);
        range.addAll(Arrays.asList(Fruit.FIG, Fruit.FIG));
        System.out.println(some + " " + range.contains(Fruit.FIG) + " " + range.containsAll(some) + " " + some.equals(EnumSet.copyOf(some))
                + " " + range.contains("FIG"));
        some.removeIf(f -> f == Fruit.DATE);
        range.remove(Fruit.BANANA);
        for (Fruit fruit : range) {
            System.out.print(fruit + (fruit.tasty() ? "! " : "? "));
        }
        System.out.println(some);
        int[] counts = new int[Fruit.values().length];
        EnumMap<Fruit, StringBuilder> texts = new EnumMap<>(Fruit.class);
        for (int i = 0; i < 100; i++) {
            Fruit fruit = Fruit.values()[i * i % 6];
            counts[fruit.ordinal()]++;
            texts.computeIfAbsent(fruit, f -> new StringBuilder()).append(i % 10);
        }
        System.out.println(Arrays.toString(counts) + " " + texts);
        try {
            map.put(null, 1);
        } catch (NullPointerException e) {
            System.out.println("no null keys");
        }
    }
}
