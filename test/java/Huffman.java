/** Huffman coding of a text, there and back. */
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

public class Huffman {
    abstract static class Tree implements Comparable<Tree> {
        final int weight;
        final int order;

        Tree(int weight, int order) {
            this.weight = weight;
            this.order = order;
        }

        @Override
        public int compareTo(Tree other) {
            return weight != other.weight ? Integer.compare(weight, other.weight) : Integer.compare(order, other.order);
        }

        abstract void codes(String prefix, Map<Character, String> codes);
    }

    static class Leaf extends Tree {
        final char c;

        Leaf(char c, int weight) {
            super(weight, c);
            this.c = c;
        }

        @Override
        void codes(String prefix, Map<Character, String> codes) {
            codes.put(c, prefix.isEmpty() ? "0" : prefix);
        }
    }

    static class Fork extends Tree {
        final Tree left;
        final Tree right;

        Fork(Tree left, Tree right, int order) {
            super(left.weight + right.weight, order);
            this.left = left;
            this.right = right;
        }

        @Override
        void codes(String prefix, Map<Character, String> codes) {
            left.codes(prefix + '0', codes);
            right.codes(prefix + '1', codes);
        }
    }

    static Tree build(String text) {
        Map<Character, Integer> counts = new TreeMap<>();
        for (char c : text.toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        PriorityQueue<Tree> queue = new PriorityQueue<>();
        counts.forEach((c, n) -> queue.add(new Leaf(c, n)));
        int order = 1 << 16;
        while (queue.size() > 1) {
            queue.add(new Fork(queue.poll(), queue.poll(), order++));
        }
        return queue.poll();
    }

    static String decode(Tree root, String bits) {
        StringBuilder text = new StringBuilder();
        Tree at = root;
        for (int i = 0; i < bits.length(); i++) {
            Fork fork = (Fork) at;
            at = bits.charAt(i) == '0' ? fork.left : fork.right;
            if (at instanceof Leaf leaf) {
                text.append(leaf.c);
                at = root;
            }
        }
        return text.toString();
    }

    public static void main(String[] args) {
        String text = "a dormouse is a small rodent that sleeps through the winter and wakes up where it left off ".repeat(8);
        Tree tree = build(text);
        Map<Character, String> codes = new TreeMap<>();
        tree.codes("", codes);
        System.out.println(codes);
        StringBuilder bits = new StringBuilder();
        for (char c : text.toCharArray()) {
            bits.append(codes.get(c));
        }
        System.out.println(text.length() * 8 + " bits become " + bits.length());
        System.out.println(decode(tree, bits.toString()).equals(text) + " " + bits.toString().hashCode());
    }
}
