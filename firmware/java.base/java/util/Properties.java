package java.util;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Named texts, with others to fall back on, that can be written as lines and read again. XML is not supported. */
public class Properties extends Hashtable<Object, Object> {
    protected volatile Properties defaults;

    private ConcurrentHashMap<Object, Object> map;

    public Properties() {
        this(null, 8);
    }

    public Properties(int initialCapacity) {
        this(null, initialCapacity);
    }

    public Properties(Properties defaults) {
        this(defaults, 8);
    }

    private Properties(Properties defaults, int initialCapacity) {
        super((Void) null);
        this.map = new ConcurrentHashMap<>(initialCapacity);
        this.defaults = defaults;
    }

    public synchronized Object setProperty(String key, String value) {
        return put(key, value);
    }

    public String getProperty(String key) {
        Object value = map.get(key);
        if (value instanceof String) {
            return (String) value;
        }
        return defaults == null ? null : defaults.getProperty(key);
    }

    public String getProperty(String key, String defaultValue) {
        String value = getProperty(key);
        return value == null ? defaultValue : value;
    }

    public Enumeration<?> propertyNames() {
        Hashtable<String, Object> all = new Hashtable<>();
        collect(all, false);
        return all.keys();
    }

    public Set<String> stringPropertyNames() {
        Map<String, Object> all = new HashMap<>();
        collect(all, true);
        return Collections.unmodifiableSet(all.keySet());
    }

    private void collect(Map<String, Object> all, boolean onlyStrings) {
        if (defaults != null) {
            defaults.collect(all, onlyStrings);
        }
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
            if (!onlyStrings || entry.getKey() instanceof String && entry.getValue() instanceof String) {
                all.put((String) entry.getKey(), entry.getValue());
            }
        }
    }

    public void list(PrintStream out) {
        out.println("-- listing properties --");
        for (String line : lines()) {
            out.println(line);
        }
    }

    public void list(PrintWriter out) {
        out.println("-- listing properties --");
        for (String line : lines()) {
            out.println(line);
        }
    }

    private List<String> lines() {
        Map<String, Object> all = new HashMap<>();
        collect(all, false);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Object> entry : all.entrySet()) {
            String value = (String) entry.getValue();
            lines.add(entry.getKey() + "=" + (value.length() > 40 ? value.substring(0, 37) + "..." : value));
        }
        return lines;
    }

    /** Reads lines in ISO 8859-1. */
    public synchronized void load(InputStream inStream) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = inStream.read();
        while (c >= 0) {
            text.append((char) c);
            c = inStream.read();
        }
        PropertyLines.read(text.toString(), this);
    }

    public synchronized void load(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] chars = new char[256];
        int count = reader.read(chars);
        while (count >= 0) {
            text.append(chars, 0, count);
            count = reader.read(chars);
        }
        PropertyLines.read(text.toString(), this);
    }

    /** The comment, the date, then a line for each property; in ISO 8859-1 with escapes. */
    public void store(OutputStream out, String comments) throws IOException {
        store(new BufferedWriter(new OutputStreamWriter(out, "8859_1")), comments, true);
    }

    public void store(Writer writer, String comments) throws IOException {
        store(writer instanceof BufferedWriter ? (BufferedWriter) writer : new BufferedWriter(writer), comments, false);
    }

    private void store(BufferedWriter out, String comments, boolean onlyLatin) throws IOException {
        if (comments != null) {
            PropertyLines.writeComment(out, comments);
        }
        out.write("#" + new Date());
        out.newLine();
        synchronized (this) {
            for (Map.Entry<Object, Object> entry : entrySet()) {
                out.write(PropertyLines.escape((String) entry.getKey(), true, onlyLatin));
                out.write('=');
                out.write(PropertyLines.escape((String) entry.getValue(), false, onlyLatin));
                out.newLine();
            }
        }
        out.flush();
    }

    // The map.

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public Enumeration<Object> keys() {
        return Collections.enumeration(map.keySet());
    }

    @Override
    public Enumeration<Object> elements() {
        return Collections.enumeration(map.values());
    }

    @Override
    public boolean contains(Object value) {
        return map.containsValue(value);
    }

    @Override
    public boolean containsValue(Object value) {
        return map.containsValue(value);
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public Object get(Object key) {
        return map.get(key);
    }

    @Override
    public Object getOrDefault(Object key, Object defaultValue) {
        return map.getOrDefault(key, defaultValue);
    }

    @Override
    public synchronized Object put(Object key, Object value) {
        return map.put(key, value);
    }

    @Override
    public synchronized Object putIfAbsent(Object key, Object value) {
        return map.putIfAbsent(key, value);
    }

    @Override
    public synchronized Object remove(Object key) {
        return map.remove(key);
    }

    @Override
    public synchronized boolean remove(Object key, Object value) {
        return map.remove(key, value);
    }

    @Override
    public synchronized void putAll(Map<?, ?> t) {
        map.putAll(t);
    }

    @Override
    public synchronized void clear() {
        map.clear();
    }

    @Override
    public synchronized boolean replace(Object key, Object oldValue, Object newValue) {
        return map.replace(key, oldValue, newValue);
    }

    @Override
    public synchronized Object replace(Object key, Object value) {
        return map.replace(key, value);
    }

    @Override
    public synchronized Object computeIfAbsent(Object key, Function<? super Object, ?> mappingFunction) {
        return map.computeIfAbsent(key, mappingFunction);
    }

    @Override
    public synchronized Object computeIfPresent(
            Object key, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.computeIfPresent(key, remappingFunction);
    }

    @Override
    public synchronized Object compute(Object key, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.compute(key, remappingFunction);
    }

    @Override
    public synchronized Object merge(
            Object key, Object value, BiFunction<? super Object, ? super Object, ?> remappingFunction) {
        return map.merge(key, value, remappingFunction);
    }

    @Override
    public synchronized void forEach(BiConsumer<? super Object, ? super Object> action) {
        map.forEach(action);
    }

    @Override
    public synchronized void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
        map.replaceAll(function);
    }

    @Override
    public Set<Object> keySet() {
        return Collections.synchronizedSet(map.keySet(), this);
    }

    @Override
    public Collection<Object> values() {
        return Collections.synchronizedCollection(map.values(), this);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Collections.synchronizedSet(map.entrySet(), this);
    }

    @Override
    protected void rehash() {}

    @Override
    public synchronized boolean equals(Object o) {
        return map.equals(o);
    }

    @Override
    public synchronized int hashCode() {
        return map.hashCode();
    }

    @Override
    public synchronized String toString() {
        return map.toString();
    }

    @Override
    public synchronized Object clone() {
        Properties copy = new Properties(defaults);
        copy.map.putAll(map);
        return copy;
    }

    @Deprecated
    public void save(OutputStream out, String comments) {
        try {
            store(out, comments);
        } catch (IOException e) {
            // Nobody is told.
        }
    }

    public void storeToXML(OutputStream os, String comment) throws IOException {
        storeToXML(os, comment, "UTF-8");
    }

    public void storeToXML(OutputStream os, String comment, Charset charset) throws IOException {
        storeToXML(os, comment, charset.name());
    }

    public void storeToXML(OutputStream os, String comment, String encoding) throws IOException {
        PropertyXml.store(this, os, comment, encoding);
    }

    public synchronized void loadFromXML(InputStream in) throws IOException {
        PropertyXml.load(this, in);
    }
}
