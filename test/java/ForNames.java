/** Class.forName: names of classes, arrays and members, and what it says of names that are none. */
public class ForNames {
    static class Nested { static { System.out.println("Nested initialised"); } }
    static class Quiet { static { System.out.println("never printed"); } static int x; }
    static class Broken { static { if (true) throw new RuntimeException("broken"); } }
    interface Face { }
    enum Color { RED }
    static void name(String name) {
        try {
            Class<?> c = Class.forName(name);
            System.out.println(name + " -> " + c + " " + c.getName() + " " + c.getSimpleName() + " " + c.getTypeName() + " " + c.getCanonicalName());
        } catch (ClassNotFoundException e) {
            System.out.println(name + " -> " + e + " " + e.getCause() + " " + e.getException());
        } catch (Throwable e) {
            System.out.println(name + " -> " + e + " / " + e.getCause());
        }
    }
    public static void main(String[] args) {
        String[] names = {"java.lang.String", "java/lang/String", "[I", "[[J", "[Ljava.lang.String;", "[Ljava/lang/String;", "[LForNames$Nested;", "ForNames$Nested", "ForNames.Nested",
            "int", "void", "I", "[V", "[", "[[", "[L", "[L;", "[Q;", "[LNope;", "[Ljava.lang.String", "[ljava.lang.String;", "java.lang.String;", "Ljava.lang.String;", "", " ", "java.lang.", ".java.lang.String", "java..lang.String",
            "module-info", "package-info", "java.lang.string", "nope.Nope", "Nope$Nope", "ForNames$Face", "ForNames$Color", "ForNames$Broken", "ForNames$Broken", "[Ljava.util.Map$Entry;", "java.util.Map$Entry", "java.util.Map.Entry", "[[[Z", "[[[[LForNames;", "a b", "x;y", "x[y", "é.ü"};
        for (String each : names) name(each);
        try { Class.forName(null); } catch (Throwable e) { System.out.println(e); }
        Class<?> quiet = Quiet.class;
        Class<?>[] qs = {Quiet[].class, Quiet[][].class};
        System.out.println(quiet.getName() + qs[0].getName() + qs[1]);
        try { Class.forName("[LForNames$Quiet;"); } catch (Throwable e) { System.out.println(e); }
    }
}
