/** Inner classes with their outer instances, several levels deep, and inheritance between them. */
public class InnerClasses {
    int counter = 100;
    String name = "outer";

    class Inner {
        int counter = 10;
        String name = "inner";

        class Deep {
            int counter = 1;

            String show() {
                return counter + " " + Inner.this.counter + " " + InnerClasses.this.counter + " " + name + " " + InnerClasses.this.name;
            }

            void bump() {
                counter++;
                Inner.this.counter++;
                InnerClasses.this.counter++;
            }
        }

        Deep deep() {
            return new Deep();
        }
    }

    class Special extends Inner {
        Special() {
            counter = 77;
        }

        int both() {
            return counter + InnerClasses.this.counter;
        }
    }

    static class Elsewhere extends InnerClasses.Inner {
        Elsewhere(InnerClasses outer) {
            outer.super();
        }

        String where() {
            return name + new Deep().show();
        }
    }

    private int secret = 5;

    class Thief {
        int steal() {
            return secret--;
        }
    }

    public static void main(String[] args) {
        InnerClasses outer = new InnerClasses();
        Inner inner = outer.new Inner();
        Inner.Deep deep = inner.deep();
        System.out.println(deep.show());
        deep.bump();
        inner.new Deep().bump();
        System.out.println(deep.show() + " | " + outer.counter);
        InnerClasses other = new InnerClasses();
        other.counter = 9000;
        System.out.println(other.new Special().both() + " " + outer.new Special().both());
        System.out.println(new Elsewhere(other).where());
        Thief thief = outer.new Thief();
        System.out.println(thief.steal() + thief.steal() + outer.secret);
        try {
            InnerClasses none = null;
            none.new Inner();
        } catch (NullPointerException e) {
            System.out.println("no outer, no inner");
        }
    }
}
