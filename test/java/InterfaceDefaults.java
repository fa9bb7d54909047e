/** Default methods: inherited, overridden, diamond, chosen with super, over abstract classes. */
public class InterfaceDefaults {
    interface Animal {
        String name();

        default String greet() {
            return "I am " + name();
        }

        static Animal named(String name) {
            return () -> name;
        }
    }

    interface Swimmer extends Animal {
        @Override
        default String greet() {
            return Animal.super.greet() + " and swim";
        }
    }

    interface Flyer extends Animal {
        @Override
        default String greet() {
            return Animal.super.greet() + " and fly";
        }
    }

    static class Duck implements Swimmer, Flyer {
        @Override
        public String name() {
            return "duck";
        }

        @Override
        public String greet() {
            return Swimmer.super.greet() + "; " + Flyer.super.greet();
        }
    }

    static class Fish implements Swimmer, Animal {
        @Override
        public String name() {
            return "fish";
        }
    }

    static class Loud {
        public String greet() {
            return "LOUD";
        }
    }

    static class LoudFish extends Loud implements Swimmer {
        @Override
        public String name() {
            return "loud fish";
        }
    }

    interface Top {
        default String who() {
            return "top";
        }
    }

    interface Left extends Top { }

    interface Right extends Top {
        @Override
        default String who() {
            return "right";
        }
    }

    static class Bottom implements Left, Right { }

    abstract static class Half implements Top {
        @Override
        public abstract String who();
    }

    static class Whole extends Half {
        @Override
        public String who() {
            return "whole";
        }
    }

    public static void main(String[] args) {
        Animal[] animals = {new Duck(), new Fish(), new LoudFish(), Animal.named("nobody"), new Animal() {
            @Override
            public String name() {
                return "anonymous";
            }
        }};
        for (Animal animal : animals) {
            System.out.println(animal.greet());
        }
        Top[] tops = {new Bottom(), new Whole(), new Top() { }};
        for (Top top : tops) {
            System.out.println(top.who());
        }
        System.out.println(((Flyer) animals[0]).greet().length() + " " + (animals[1] instanceof Flyer));
    }
}
