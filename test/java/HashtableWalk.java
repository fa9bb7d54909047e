/** Hashtables, vectors and enumerations of old. */
import java.util.Collections;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.Vector;

public class HashtableWalk {
    public static void main(String[] args) {
        Hashtable<String, Integer> table = new Hashtable<>(3);
        for (int i = 0; i < 12; i++) {
            table.put("key" + i, i * i);
        }
        System.out.println(table.size() + " " + table.get("key3") + " " + table.contains(121) + " " + table.containsKey("key12") + " " + table.remove("key0") + " " + new TreeMap<>(table));
        int sum = 0;
        Enumeration<Integer> values = table.elements();
        while (values.hasMoreElements()) {
            sum += values.nextElement();
        }
        Enumeration<String> keys = table.keys();
        StringBuilder order = new StringBuilder();
        while (keys.hasMoreElements()) {
            order.append(keys.nextElement()).append(' ');
        }
        System.out.println(sum + " " + order);
        for (Runnable bad : new Runnable[] {() -> table.put(null, 1), () -> table.put("x", null), () -> table.contains(null), keys::nextElement}) {
            try {
                bad.run();
            } catch (NullPointerException | NoSuchElementException e) {
                System.out.print(e.getClass().getSimpleName() + " ");
            }
        }
        System.out.println();
        table.merge("key1", 5, Integer::sum);
        table.computeIfAbsent("new", String::length);
        table.computeIfPresent("key2", (k, v) -> null);
        table.replaceAll((k, v) -> -v);
        System.out.println(table.getOrDefault("key1", 0) + " " + table.get("new") + " " + table.containsKey("key2") + " " + table.putIfAbsent("new", 9) + " " + table.replace("new", 8) + " " + table.clone().equals(table) + " " + (table.hashCode() == new TreeMap<>(table).hashCode()));
        Iterator<Map.Entry<String, Integer>> it = table.entrySet().iterator();
        it.next();
        it.remove();
        System.out.println(table.size());
        Vector<Integer> vector = new Vector<>(2, 3);
        for (int i = 0; i < 6; i++) {
            vector.addElement(i);
        }
        vector.insertElementAt(50, 2);
        vector.setElementAt(60, 0);
        vector.removeElementAt(1);
        System.out.println(vector + " " + vector.capacity() + " " + vector.firstElement() + " " + vector.lastElement() + " " + vector.elementAt(1) + " " + vector.indexOf(3) + " " + vector.removeElement(3) + " " + vector.lastIndexOf(50, 2) + " " + Collections.list(vector.elements()));
        Object[] copied = new Object[7];
        vector.copyInto(copied);
        vector.setSize(7);
        vector.trimToSize();
        System.out.println(copied[1] + " " + vector + " " + vector.capacity());
        for (Runnable bad : new Runnable[] {() -> vector.elementAt(7), () -> vector.get(-1), () -> vector.setElementAt(1, 9), () -> vector.removeElementAt(-1), () -> vector.insertElementAt(1, 99), () -> new Vector<>().firstElement(), () -> new Vector<>(-1)}) {
            try {
                bad.run();
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        vector.removeAllElements();
        System.out.println(vector.isEmpty() + " " + vector);
    }
}
