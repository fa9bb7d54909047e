public class Faces {
    interface Left { default String speak() { return "left"; } }
    interface Right { default String speak() { return "right"; } }
    interface Late { int later(int x); }
    interface Open { void open(); }
    interface Flip { static void flip() { } private int hide() { return 4; } }
    static class Statics { static int of() { return 1; } }
}
interface Super2 { }
class Super3 { }
class Closed { void open() { } }
final class Super1 { }
class Super4 { final void f(int x) { } }
class Natives { native static int call(int x, String y); native Object inst(Object[] x); }
sealed class SealedBase permits SealedOther { }
final class SealedOther extends SealedBase { }
class Failing { static { if (true) throw new IllegalStateException("failing"); } }
enum Colour { BLUE, RED, BLACK; static Colour make() { return BLACK; } }
record Pair(int left) { Pair(int left, int x) { this(left); } }
