/** Private members are open among the classes of one nest, without bridge methods since Java 11. */
public class NestMates {
    private int value = 1;
    private static int shared = 2;

    private int get() {
        return value;
    }

    private NestMates() { }

    private NestMates(int value) {
        this.value = value;
    }

    static class Sibling {
        private int own = 3;

        private int read(NestMates other) {
            other.value += 10;
            shared++;
            return other.get() + other.value + shared;
        }

        private static String hidden() {
            return "hidden";
        }

        private class Deep {
            private int all(NestMates other) {
                return other.get() + own + Sibling.this.own + new NestMates(1000).value;
            }
        }
    }

    interface Face {
        private String secret() {
            return "secret " + shared;
        }
    }

    static class Impl implements Face { }

    static class Parent {
        private String who() {
            return "parent";
        }
    }

    static class Child extends Parent {
        private String who() {
            return "child";
        }
    }

    public static void main(String[] args) {
        NestMates nest = new NestMates();
        Sibling sibling = new Sibling();
        System.out.println(sibling.read(nest) + " " + sibling.own + " " + Sibling.hidden());
        System.out.println(sibling.new Deep().all(nest));
        System.out.println(((Face) new Impl()).secret());
        Parent parent = new Child();
        System.out.println(parent.who() + " " + ((Child) parent).who());
        Runnable change = () -> nest.value = shared = 50;
        change.run();
        System.out.println(nest.value + shared);
    }
}
