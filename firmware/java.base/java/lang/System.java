package java.lang;

import dormouse.ConsoleInput;
import dormouse.ConsoleOutput;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;

/** The console, the clock and the properties. The streams are not final, for setOut and its like to store to. */
public final class System {
    public static InputStream in = new ConsoleInput();
    public static PrintStream out = new PrintStream(new ConsoleOutput(ConsoleOutput.OUT));
    public static PrintStream err = new PrintStream(new ConsoleOutput(ConsoleOutput.ERR));

    private static Properties properties;

    private System() {}

    public static void setIn(InputStream stream) {
        in = stream;
    }

    public static void setOut(PrintStream stream) {
        out = stream;
    }

    public static void setErr(PrintStream stream) {
        err = stream;
    }

    public static long currentTimeMillis() {
        return clockNanos0() / 1_000_000L;
    }

    public static long nanoTime() {
        return clockNanos0();
    }

    public static native void arraycopy(Object src, int srcPos, Object dst, int dstPos, int length);

    /** The machine copies long arrays here when they are cloned. */
    private static Object copyInto(Object from, Object to, int length) {
        arraycopy(from, 0, to, 0, length);
        return to;
    }

    public static native int identityHashCode(Object object);

    private static Properties properties() {
        if (properties == null) {
            Properties made = new Properties();
            String[] table = {
                "java.version", "17", "java.specification.version", "17", "java.vendor", "Dormouse",
                "java.vendor.url", "", "java.class.version", "61.0", "java.home", "/", "java.class.path", "",
                "java.library.path", "", "java.io.tmpdir", "/", "java.vm.name", "Dormouse", "java.vm.vendor", "Dormouse",
                "java.vm.version", "17", "java.vm.specification.version", "17", "java.vm.info", "",
                "java.runtime.name", "Dormouse", "java.runtime.version", "17", "os.name", "Dormouse",
                "os.arch", "dormouse", "os.version", "1", "file.separator", "/", "path.separator", ":",
                "line.separator", "\n", "file.encoding", "UTF-8", "native.encoding", "UTF-8",
                "user.name", "dormouse", "user.home", "/", "user.dir", "/", "user.language", "en"
            };
            for (int i = 0; i < table.length; i += 2) {
                made.setProperty(table[i], table[i + 1]);
            }
            for (int i = 0; launchWord0(i) != null; i += 2) {
                made.setProperty(launchWord0(i), launchWord0(i + 1));
            }
            properties = made;
        }
        return properties;
    }

    public static Properties getProperties() {
        return properties();
    }

    public static void setProperties(Properties replacement) {
        properties = replacement;
    }

    public static String getProperty(String key) {
        checkKey(key);
        return properties().getProperty(key);
    }

    public static String getProperty(String key, String otherwise) {
        checkKey(key);
        return properties().getProperty(key, otherwise);
    }

    public static String setProperty(String key, String value) {
        checkKey(key);
        return (String) properties().setProperty(key, value);
    }

    public static String clearProperty(String key) {
        checkKey(key);
        return (String) properties().remove(key);
    }

    private static void checkKey(String key) {
        if (key == null) {
            throw new NullPointerException("key can't be null");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key can't be empty");
        }
    }

    public static String lineSeparator() {
        return "\n";
    }

    /** The device has no environment. */
    public static String getenv(String name) {
        if (name == null) {
            throw new NullPointerException();
        }
        return null;
    }

    public static Map<String, String> getenv() {
        return Map.of();
    }

    public static void exit(int status) {
        Runtime.getRuntime().exit(status);
    }

    public static void gc() {
        Runtime.getRuntime().gc();
    }

    @Deprecated(since = "18")
    public static void runFinalization() {}

    public static void loadLibrary(String libname) {
        Runtime.getRuntime().loadLibrary(libname);
    }

    public static void load(String filename) {
        Runtime.getRuntime().load(filename);
    }

    public static String mapLibraryName(String name) {
        return "lib" + name + ".so";
    }

    private static native long clockNanos0();

    /** Properties that the process was launched with: key, value, key, value; null after the last. */
    private static native String launchWord0(int index);
}
