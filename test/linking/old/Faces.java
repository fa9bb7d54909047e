public class Faces {
    interface Left { default String speak() { return "left"; } }
    interface Right { String toString(); default String speak2() { return "right"; } }
    interface Late { default int later(int x) { return 1; } }
    interface Open { void open(); }
    interface Flip { default void flip() { } default int hide() { return 3; } }
    interface Statics { static int of() { return 1; } }
}
class Closed implements Faces.Open { public void open() { } }
class OfGone extends Gone { }
class Gone { void hello() { } static void staticHello() { } }
class OfFinal extends Super1 { }
class Super1 { }
class OfInterface extends Super2 { }
class Super2 { }
class OfClass implements Super3 { }
interface Super3 { }
class OverridesFinal extends Super4 { void f(int x) { } }
class Super4 { void f(int x) { } }
class CircleA extends CircleB { }
class CircleB { }
class NestOut { private int secret = 3; int look() { return new In().hidden; } static class In { private int hidden = 4; int peek() { return new NestOut().secret; } } }
class Natives { static int call(int x, String y) { return 1; } Object inst(Object[] x) { return x; } }
class SealedSub extends SealedBase { }
class SealedBase { }
class Failing { }
enum Colour { RED, GREEN, BLUE; static Colour make() { return RED; } }
record Pair(int left, int right) { }
class Reach { static void reach() { } static void hidden() { } }
