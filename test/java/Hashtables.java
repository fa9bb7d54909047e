/** Hashtable and Properties: their own order, no nulls, defaults. */
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

public class Hashtables {
    public static void main(String[] args) {
        Hashtable<String, Integer> table = new Hashtable<>();
        for (String s : "zero one two three four five six seven eight nine ten eleven twelve".split(" ")) {
            table.put(s, table.size());
        }
        System.out.println(table);
        System.out.println(table.get("six") + " " + table.contains(7) + " " + table.containsKey("x") + " " + table.remove("ten") + " "
                + table.size());
        Enumeration<String> keys = table.keys();
        StringBuilder line = new StringBuilder();
        while (keys.hasMoreElements()) {
            line.append(keys.nextElement()).append(' ');
        }
        System.out.println(line);
        int sum = 0;
        for (Enumeration<Integer> e = table.elements(); e.hasMoreElements();) {
            sum += e.nextElement();
        }
        System.out.println(sum + " " + table.equals(new Hashtable<>(table)) + " " + table.hashCode());
        for (Map.Entry<String, Integer> entry : table.entrySet()) {
            entry.setValue(-entry.getValue());
        }
        System.out.println(new TreeSet<>(table.values()));
        try {
            table.put("x", null);
        } catch (NullPointerException e) {
            System.out.println("no null values");
        }
        try {
            table.get(null);
        } catch (NullPointerException e) {
            System.out.println("no null keys");
        }
        Properties defaults = new Properties();
        defaults.setProperty("color", "grey");
        defaults.setProperty("size", "small");
        Properties properties = new Properties(defaults);
        properties.setProperty("size", "large");
        System.out.println(properties.getProperty("color") + " " + properties.getProperty("size") + " " + properties.getProperty("none") + " "
                + properties.getProperty("none", "other") + " " + properties.size() + " " + properties);
        System.out.println(new TreeSet<>(properties.stringPropertyNames()));
        System.out.println(System.getProperty("line.separator").equals("\n") + " " + System.getProperty("no.such.property") + " "
                + System.getProperty("no.such.property", "default"));
    }
}
