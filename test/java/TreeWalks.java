/** Visitors, iterators with their own stacks, and deep equality on trees of several node classes. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

public class TreeWalks {
    interface Visitor<R> {
        R leaf(int value);

        R branch(Node left, Node right);
    }

    interface Node extends Iterable<Integer> {
        <R> R accept(Visitor<R> visitor);

        @Override
        default Iterator<Integer> iterator() {
            Deque<Node> stack = new ArrayDeque<>();
            stack.push(this);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return !stack.isEmpty();
                }

                @Override
                public Integer next() {
                    if (stack.isEmpty()) {
                        throw new NoSuchElementException();
                    }
                    Node node = stack.pop();
                    while (node instanceof Branch b) {
                        stack.push(b.right);
                        node = b.left;
                    }
                    return ((Leaf) node).value;
                }
            };
        }
    }

    static class Leaf implements Node {
        final int value;

        Leaf(int value) {
            this.value = value;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leaf(value);
        }
    }

    static class Branch implements Node {
        final Node left;
        final Node right;

        Branch(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(left, right);
        }
    }

    static class Sum implements Visitor<Integer> {
        @Override
        public Integer leaf(int value) {
            return value;
        }

        @Override
        public Integer branch(Node left, Node right) {
            return left.accept(this) + right.accept(this);
        }
    }

    static class Show implements Visitor<String> {
        @Override
        public String leaf(int value) {
            return "" + value;
        }

        @Override
        public String branch(Node left, Node right) {
            return "(" + left.accept(this) + " " + right.accept(this) + ")";
        }
    }

    static Node build(int from, int to) {
        return to - from == 1 ? new Leaf(from) : new Branch(build(from, from + (to - from) / 3 + 1 - (to - from) / 3 / 2), build(
                from + (to - from) / 3 + 1 - (to - from) / 3 / 2, to));
    }

    public static void main(String[] args) {
        Node tree = build(0, 20);
        System.out.println(tree.accept(new Show()));
        System.out.println(tree.accept(new Sum()));
        List<Integer> leaves = new ArrayList<>();
        for (int leaf : tree) {
            leaves.add(leaf);
        }
        System.out.println(leaves);
        int depth = tree.accept(new Visitor<Integer>() {
            @Override
            public Integer leaf(int value) {
                return 0;
            }

            @Override
            public Integer branch(Node left, Node right) {
                return 1 + Math.max(left.accept(this), right.accept(this));
            }
        });
        System.out.println(depth);
        try {
            Iterator<Integer> it = new Leaf(1).iterator();
            it.next();
            it.next();
        } catch (NoSuchElementException e) {
            System.out.println("no more leaves");
        }
    }
}
