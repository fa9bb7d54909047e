public class Parts {
    int gone = 1; int retyped = 2; static int staticGone = 3; int nowStatic = 4; static int nowInstance = 5; int nowFinal = 6; static int nowStaticFinal = 7; int nowPrivate = 8;
    static final int CONSTANT = 41;
    Parts() { }
    Parts(int x) { }
    Parts(String x) { }
    void methodGone(int a, String b, int[][] c, Parts d) { }
    static double staticMethodGone(long a, double b) { return 0; }
    int methodRetyped() { return 1; }
    void methodNowStatic() { }
    static void methodNowInstance(String x) { }
    void methodNowPrivate(int x) { }
    static String[] staticMethodNowPrivate() { return null; }
    static class NowAbstract { }
    static class NowInterface { void hello() { } }
    static NowInterface makeNowInterface(int x) { return new NowInterface(); }
    interface NowClass { void hello(); }
    static NowClass makeNowClass(int x) { return () -> { }; }
    static Object nothing() { return null; }
    static class Shape { String describe() { return "shape"; } String abstractNow2() { return "2"; } }
    static class Base { int made() { return 1; } String wanted(String a, int b) { return "w"; } }
    static Object implementsNot() { return (Faces.Open) () -> { }; }
    static Faces.Open implementsNotTyped() { return () -> { }; }
    static String handleGone() { return "here"; }
    static String handlePrivate() { return "here"; }
    static String handleInstance() { return "here"; }
    static int[] numbers() { return new int[3]; }
    static class Covariant { Covariant self() { return this; } }
    static class CovariantSub extends Covariant { }
}
class Moved { int moved() { return 1; } int field = 1; }
