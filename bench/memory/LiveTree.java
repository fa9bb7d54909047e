/** A large live tree that is mutated at random, by commands that come as text: no locality at all. Arguments: live KiB, mutations. */
public final class LiveTree {
    private static final class Node {
        final int key;
        Node left;
        Node right;
        int[] values;

        Node(int key, int[] values) {
            this.key = key;
            this.values = values;
        }
    }

    private static final int NODE_BYTES = 24 + 16 + 4 * 10;
    private static long seed = 42;

    private static int next(int bound) {
        seed = (seed * 25214903917L + 11) & ((1L << 48) - 1);
        return (int) ((seed >>> 17) % bound);
    }

    private static int[] valuesFor(int key, int version) {
        int[] values = new int[10];
        for (int index = 0; index < values.length; index++) values[index] = key * 31 + version + index;
        return values;
    }

    private static String commandFor(int key, int version) {
        StringBuilder command = new StringBuilder("set " + key);
        for (int value : valuesFor(key, version)) command.append(' ').append(value);
        return command.toString();
    }

    private static Node build(int from, int to) {
        if (from >= to) return null;
        int middle = (from + to) >>> 1;
        Node node = new Node(middle, valuesFor(middle, 0));
        node.left = build(from, middle);
        node.right = build(middle + 1, to);
        return node;
    }

    private static Node find(Node node, int key) {
        while (node.key != key) node = key < node.key ? node.left : node.right;
        return node;
    }

    private static long sum(Node node) {
        if (node == null) return 0;
        long sum = 0;
        for (int value : node.values) sum += value;
        return sum + sum(node.left) + sum(node.right);
    }

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]) * 1024 / NODE_BYTES;
        int mutations = Integer.parseInt(args[1]);
        Node root = build(0, count);
        long expected = sum(root);
        for (int version = 1; version <= mutations; version++) {
            String[] words = commandFor(next(count), version).split(" ");
            Node node = find(root, Integer.parseInt(words[1]));
            for (int index = 0; index < node.values.length; index++) {
                int value = Integer.parseInt(words[2 + index]);
                expected += value - node.values[index];
                node.values[index] = value;
            }
        }
        long found = sum(root);
        System.out.println("tree of " + count + ": " + found + (found == expected ? " as expected" : " WRONG, not " + expected));
    }
}
