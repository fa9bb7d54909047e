/** A sealed expression tree of records, taken apart with instanceof patterns. */
public class SealedTypes {
    sealed interface Expr permits Num, Neg, Bin, Var { }

    record Num(double value) implements Expr { }

    record Neg(Expr inner) implements Expr { }

    record Bin(char op, Expr left, Expr right) implements Expr { }

    record Var(String name) implements Expr { }

    sealed abstract static class Vehicle { }

    static final class Car extends Vehicle { }

    static non-sealed class Ship extends Vehicle { }

    static class Submarine extends Ship { }

    static double evaluate(Expr e, double x) {
        if (e instanceof Num n) {
            return n.value();
        }
        if (e instanceof Neg n) {
            return -evaluate(n.inner(), x);
        }
        if (e instanceof Bin b) {
            double l = evaluate(b.left(), x);
            double r = evaluate(b.right(), x);
            return switch (b.op()) {
                case '+' -> l + r;
                case '*' -> l * r;
                case '/' -> l / r;
                default -> throw new IllegalStateException("operator " + b.op());
            };
        }
        return x;
    }

    static Expr derive(Expr e) {
        if (e instanceof Num) {
            return new Num(0);
        } else if (e instanceof Var) {
            return new Num(1);
        } else if (e instanceof Neg n) {
            return new Neg(derive(n.inner()));
        } else if (e instanceof Bin b && b.op() == '+') {
            return new Bin('+', derive(b.left()), derive(b.right()));
        } else if (e instanceof Bin b && b.op() == '*') {
            return new Bin('+', new Bin('*', derive(b.left()), b.right()), new Bin('*', b.left(), derive(b.right())));
        }
        throw new IllegalArgumentException(show(e));
    }

    static String show(Expr e) {
        return e instanceof Num n ? "" + n.value()
                : e instanceof Var v ? v.name()
                : e instanceof Neg n ? "-" + show(n.inner())
                : e instanceof Bin b ? "(" + show(b.left()) + b.op() + show(b.right()) + ")" : "?";
    }

    public static void main(String[] args) {
        Expr x = new Var("x");
        Expr e = new Bin('+', new Bin('*', x, new Bin('*', x, x)), new Neg(new Bin('*', new Num(2), x)));
        System.out.println(show(e) + " at 3 = " + evaluate(e, 3));
        System.out.println(show(derive(e)) + " at 3 = " + evaluate(derive(e), 3));
        System.out.println(e.equals(new Bin('+', new Bin('*', x, new Bin('*', x, x)), new Neg(new Bin('*', new Num(2), new Var("x"))))));
        System.out.println(derive(x));
        try {
            derive(new Bin('/', x, x));
        } catch (IllegalArgumentException wrong) {
            System.out.println(wrong.getMessage());
        }
        Vehicle[] vehicles = {new Car(), new Ship(), new Submarine()};
        for (Vehicle v : vehicles) {
            System.out.println(v.getClass().getSimpleName() + " " + (v instanceof Ship));
        }
    }
}
