/** Uses classes that were compiled anew after it, and no longer fit: what linking says of each. */
public class Main {
    interface Attempt {
        void run() throws Throwable;
    }

    static void attempt(String what, Attempt attempt) {
        for (int i = 0; i < 2; i++) {
            try {
                attempt.run();
                System.out.println(what + ": nothing");
            } catch (Throwable e) {
                System.out.println(what + ": " + e + (e.getCause() == null ? "" : " caused by " + e.getCause()));
            }
        }
    }

    static class Caller extends Parts.Shape {
        String up() {
            return super.describe();
        }

        public String abstractNow() {
            return "caller";
        }
    }

    static class Speaker implements Faces.Left, Faces.Right {
    }

    static class Flipped implements Faces.Flip {
    }

    static class Mute implements Faces.Late {
    }

    static class Silent extends Parts.Base {
        int made() {
            return 3;
        }
    }

    public static void main(String[] args) {
        attempt("field gone", () -> System.out.println(new Parts().gone));
        attempt("field of another type", () -> System.out.println(new Parts().retyped));
        attempt("static field gone", () -> System.out.println(Parts.staticGone));
        attempt("field now static", () -> System.out.println(new Parts().nowStatic));
        attempt("write now static", () -> new Parts().nowStatic = 3);
        attempt("static now field", () -> System.out.println(Parts.nowInstance));
        attempt("write final", () -> new Parts().nowFinal = 4);
        attempt("write static final", () -> Parts.nowStaticFinal = 4);
        attempt("field now private", () -> System.out.println(new Parts().nowPrivate));
        attempt("method gone", () -> new Parts().methodGone(1, "x", new int[0][], null));
        attempt("static method gone", () -> Parts.staticMethodGone(2L, 3.0));
        attempt("method of another type", () -> System.out.println(new Parts().methodRetyped()));
        attempt("method now static", () -> new Parts().methodNowStatic());
        attempt("method now instance", () -> Parts.methodNowInstance("x"));
        attempt("method now private", () -> new Parts().methodNowPrivate(3));
        attempt("static method now private", () -> Parts.staticMethodNowPrivate());
        attempt("constructor gone", () -> new Parts(3));
        attempt("constructor now private", () -> new Parts("x"));
        attempt("class now abstract", () -> new Parts.NowAbstract());
        attempt("class now interface", () -> new Parts.NowInterface());
        attempt("call class now interface", () -> Parts.makeNowInterface(0).hello());
        attempt("call interface now class", () -> Parts.makeNowClass(0).hello());
        attempt("static call on interface now class", () -> Faces.Statics.of());
        attempt("class gone", () -> new Gone().hello());
        attempt("class gone static", () -> Gone.staticHello());
        attempt("array of class gone", () -> System.out.println(new Gone[1].length));
        attempt("array of arrays of class gone", () -> System.out.println(new Gone[1][2].length));
        attempt("instanceof class gone", () -> System.out.println((Object) args instanceof Gone));
        attempt("cast to class gone", () -> System.out.println((Gone) (Object) args));
        attempt("cast of null to class gone", () -> System.out.println((Gone) Parts.nothing()));
        attempt("class literal gone", () -> System.out.println(Gone.class));
        attempt("superclass gone", () -> new OfGone());
        attempt("superclass gone by name", () -> Class.forName("OfGone"));
        attempt("superclass now final", () -> new OfFinal());
        attempt("superclass now interface", () -> new OfInterface());
        attempt("interface now class", () -> new OfClass());
        attempt("overrides final", () -> new OverridesFinal());
        attempt("circle", () -> new CircleA());
        attempt("abstract method", () -> ((Parts.Shape) new Caller()).abstractNow2());
        attempt("super call of abstract", () -> new Caller().up());
        attempt("interface method missing", () -> ((Faces.Late) new Mute()).later(3));
        attempt("default conflict", () -> ((Faces.Left) new Speaker()).speak());
        attempt("default conflict by class", () -> new Speaker().speak());
        attempt("abstract not given", () -> ((Parts.Base) new Silent()).wanted("x", 3));
        attempt("given", () -> System.out.println(((Parts.Base) new Silent()).made()));
        attempt("interface method not public", () -> ((Faces.Open) new Closed()).open());
        attempt("does not implement", () -> ((Faces.Open) (Object) Parts.implementsNot()).open());
        attempt("does not implement, called", () -> Parts.implementsNotTyped().open());
        attempt("package class", () -> new other.Hidden());
        attempt("package class static", () -> other.Hidden.hello());
        attempt("protected member", () -> new other.Open().member());
        attempt("package member", () -> new other.Open().packaged());
        attempt("package field", () -> System.out.println(new other.Open().field));
        attempt("protected field", () -> System.out.println(other.Open.guarded));
        attempt("nest mate gone", () -> new NestOut.In().peek());
        attempt("nest private", () -> System.out.println(new NestOut().look()));
        attempt("native", () -> Natives.call(3, "x"));
        attempt("native instance", () -> new Natives().inst(null));
        attempt("sealed", () -> new SealedSub());
        attempt("initialiser", () -> new Failing());
        attempt("enum constant gone", () -> System.out.println(Colour.GREEN));
        attempt("enum switch", () -> System.out.println(switch (Colour.make()) { case RED -> 1; case GREEN -> 2; case BLUE -> 3; }));
        attempt("record component gone", () -> System.out.println(new Pair(1, 2).right()));
        attempt("handle of method gone", () -> { java.util.function.Supplier<String> s = Parts::handleGone; System.out.println(s.get()); });
        attempt("handle now private", () -> { java.util.function.Supplier<String> s = Parts::handlePrivate; System.out.println(s.get()); });
        attempt("handle now instance", () -> { java.util.function.Supplier<String> s = Parts::handleInstance; System.out.println(s.get()); });
        attempt("interface method now static", () -> ((Faces.Flip) new Flipped()).flip());
        attempt("interface method now private", () -> ((Faces.Flip) new Flipped()).hide());
        attempt("private of a library class", () -> Reach.reach());
        attempt("package class of the library", () -> Reach.hidden());
        attempt("constant", () -> System.out.println(Parts.CONSTANT));
        attempt("array clone", () -> System.out.println(Parts.numbers().clone().length));
        attempt("moved up", () -> System.out.println(new Moved().moved() + new Moved().field));
        attempt("covariant", () -> System.out.println(((Parts.Covariant) new Parts.CovariantSub()).self()));
    }
}
