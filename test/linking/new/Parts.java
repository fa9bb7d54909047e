public class Parts {
    String retyped = "2"; static int nowStatic = 4; int nowInstance = 5; final int nowFinal = 6; static final int nowStaticFinal; static { nowStaticFinal = 7; } private int nowPrivate = 8;
    static final int CONSTANT = 42;
    Parts() { }
    private Parts(String x) { }
    long methodRetyped() { return 1; }
    static void methodNowStatic() { }
    void methodNowInstance(String x) { }
    private void methodNowPrivate(int x) { }
    private static String[] staticMethodNowPrivate() { return null; }
    static abstract class NowAbstract { }
    interface NowInterface { void hello(); }
    static NowInterface makeNowInterface(int x) { return () -> { }; }
    static class NowClass { void hello() { } }
    static NowClass makeNowClass(int x) { return new NowClass(); }
    static Object nothing() { return null; }
    static abstract class Shape { abstract String describe(); abstract String abstractNow2(); }
    static abstract class Base { abstract int made(); abstract String wanted(String a, int b); }
    static Object implementsNot() { return "text"; }
    static Faces.Open implementsNotTyped() { return (Faces.Open) (Object) new Closed(); }
    private static String handlePrivate() { return "here"; }
    String handleInstance() { return "here"; }
    static int[] numbers() { return new int[4]; }
    static class Covariant { Covariant self() { return this; } public String toString() { return "covariant"; } }
    static class CovariantSub extends Covariant { CovariantSub self() { return this; } }
}
class MovedBase { int moved() { return 2; } int field = 2; }
class Moved extends MovedBase { }
