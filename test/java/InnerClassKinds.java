/** Inner, local, anonymous and static nested classes: captured variables, shadowing, outer references. */
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;

public class InnerClassKinds {
    private int value = 1;
    private static int count;

    class Inner {
        private int value = 2;

        class Deeper {
            private int value = 3;

            String all(int value) {
                return value + " " + this.value + " " + Inner.this.value + " " + InnerClassKinds.this.value;
            }

            void bump() {
                InnerClassKinds.this.value += 10;
                Inner.this.value++;
                count++;
            }
        }
    }

    static class Linked<T> implements Iterable<T> {
        private Node head;
        private int size;

        private class Node {
            final T item;
            Node next;

            Node(T item) {
                this.item = item;
                size++;
            }
        }

        void push(T item) {
            Node node = new Node(item);
            node.next = head;
            head = node;
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<>() {
                private Node at = head;

                @Override
                public boolean hasNext() {
                    return at != null;
                }

                @Override
                public T next() {
                    T item = at.item;
                    at = at.next;
                    return item;
                }
            };
        }
    }

    private IntSupplier counter(int start) {
        int[] state = {start};
        class Step implements IntSupplier {
            private final int by;

            Step(int by) {
                this.by = by;
            }

            @Override
            public int getAsInt() {
                return state[0] += by + value;
            }
        }
        return new Step(5);
    }

    static class Parent {
        protected String name = "parent";

        Parent() {
            init();
        }

        void init() {
            System.out.print("parent init ");
        }

        static String kind() {
            return "Parent";
        }
    }

    static class Child extends Parent {
        protected String name = "child";
        private String late = "set";

        @Override
        void init() {
            System.out.print("child init " + late + " ");
        }

        static String kind() {
            return "Child";
        }

        String names() {
            return name + " " + super.name + " " + ((Parent) this).name + " " + kind() + " " + Parent.kind();
        }
    }

    public static void main(String[] args) {
        InnerClassKinds outer = new InnerClassKinds();
        InnerClassKinds.Inner inner = outer.new Inner();
        InnerClassKinds.Inner.Deeper deeper = inner.new Deeper();
        deeper.bump();
        System.out.println(deeper.all(4) + " " + count);
        Linked<String> list = new Linked<>();
        list.push("a");
        list.push("b");
        for (String s : list) {
            System.out.print(s);
        }
        System.out.println(list.size);
        IntSupplier steps = outer.counter(100);
        System.out.println(steps.getAsInt() + " " + steps.getAsInt());
        System.out.println(new Child().names());
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int copy = i;
            tasks.add(new Runnable() {
                private int calls;

                {
                    calls = copy * 100;
                }

                @Override
                public void run() {
                    System.out.print(++calls + copy + " ");
                }
            });
        }
        tasks.forEach(Runnable::run);
        tasks.forEach(Runnable::run);
        System.out.println();
        System.out.println(inner.getClass().getName() + " " + deeper.getClass().getSimpleName() + " " + tasks.get(0).getClass().getName() + " " + steps.getClass().getSimpleName() + " " + steps.getClass().isLocalClass() + " " + tasks.get(0).getClass().isAnonymousClass() + " " + inner.getClass().isMemberClass() + " " + inner.getClass().getEnclosingClass().getName());
        try {
            InnerClassKinds none = null;
            none.new Inner();
        } catch (NullPointerException e) {
            System.out.println("no outer instance");
        }
    }
}
