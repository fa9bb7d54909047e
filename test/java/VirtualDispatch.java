/** Overriding over several levels, super calls, abstract methods and toString. */
public class VirtualDispatch {
    abstract static class Shape {
        abstract double area();

        String name() {
            return "shape";
        }

        String describe() {
            return name() + " of area " + area();
        }
    }

    static class Rectangle extends Shape {
        final double width;
        final double height;

        Rectangle(double width, double height) {
            this.width = width;
            this.height = height;
        }

        @Override
        double area() {
            return width * height;
        }

        @Override
        String name() {
            return "rectangle, a " + super.name();
        }
    }

    static class Square extends Rectangle {
        Square(double side) {
            super(side, side);
        }

        @Override
        String name() {
            return "square, a " + super.name();
        }

        @Override
        public String toString() {
            return "Square[" + width + "]";
        }
    }

    static class Circle extends Shape {
        final double radius;

        Circle(double radius) {
            this.radius = radius;
        }

        @Override
        final double area() {
            return 3 * radius * radius;
        }
    }

    static class Base {
        public int f() {
            return 1;
        }

        private int g() {
            return 10;
        }

        int callG() {
            return g();
        }

        static int h() {
            return 100;
        }
    }

    static class Derived extends Base {
        @Override
        public int f() {
            return super.f() + 1;
        }

        private int g() {
            return 20;
        }

        int callMyG() {
            return g();
        }

        static int h() {
            return 200;
        }
    }

    static class Third extends Derived {
        @Override
        public int f() {
            return super.f() * 10;
        }
    }

    public static void main(String[] args) {
        Shape[] shapes = {new Rectangle(2, 3), new Square(1.5), new Circle(2), new Shape() {
            @Override
            double area() {
                return -1;
            }
        }};
        for (Shape shape : shapes) {
            System.out.println(shape.describe());
        }
        System.out.println(shapes[1]);
        Base[] bases = {new Base(), new Derived(), new Third()};
        int sum = 0;
        for (int i = 0; i < 3000; i++) {
            sum += bases[i % 3].f();
        }
        System.out.println(sum);
        System.out.println(bases[1].callG() + " " + new Derived().callMyG() + " " + Base.h() + " " + Derived.h() + " " + Third.h());
    }
}
