/** A left-leaning red-black tree with deletion of the least, checked after each step. */
import java.util.Random;
import java.util.TreeMap;

public class RedBlackTree {
    private static final class Node {
        final int key;
        int value;
        Node left;
        Node right;
        boolean red = true;
        int size = 1;

        Node(int key, int value) {
            this.key = key;
            this.value = value;
        }
    }

    private Node root;

    private static boolean red(Node n) {
        return n != null && n.red;
    }

    private static int size(Node n) {
        return n == null ? 0 : n.size;
    }

    private static Node rotate(Node h, boolean toLeft) {
        Node x = toLeft ? h.right : h.left;
        if (toLeft) {
            h.right = x.left;
            x.left = h;
        } else {
            h.left = x.right;
            x.right = h;
        }
        x.red = h.red;
        h.red = true;
        x.size = h.size;
        h.size = 1 + size(h.left) + size(h.right);
        return x;
    }

    private static void flip(Node h) {
        h.red = !h.red;
        h.left.red = !h.left.red;
        h.right.red = !h.right.red;
    }

    private static Node balance(Node h) {
        if (red(h.right) && !red(h.left)) {
            h = rotate(h, true);
        }
        if (red(h.left) && red(h.left.left)) {
            h = rotate(h, false);
        }
        if (red(h.left) && red(h.right)) {
            flip(h);
        }
        h.size = 1 + size(h.left) + size(h.right);
        return h;
    }

    void put(int key, int value) {
        root = put(root, key, value);
        root.red = false;
    }

    private static Node put(Node h, int key, int value) {
        if (h == null) {
            return new Node(key, value);
        }
        if (key < h.key) {
            h.left = put(h.left, key, value);
        } else if (key > h.key) {
            h.right = put(h.right, key, value);
        } else {
            h.value = value;
        }
        return balance(h);
    }

    void removeLeast() {
        if (!red(root.left) && !red(root.right)) {
            root.red = true;
        }
        root = removeLeast(root);
        if (root != null) {
            root.red = false;
        }
    }

    private static Node removeLeast(Node h) {
        if (h.left == null) {
            return null;
        }
        if (!red(h.left) && !red(h.left.left)) {
            flip(h);
            if (red(h.right.left)) {
                h.right = rotate(h.right, false);
                h = rotate(h, true);
                flip(h);
            }
        }
        h.left = removeLeast(h.left);
        return balance(h);
    }

    int rank(int key) {
        int rank = 0;
        Node n = root;
        while (n != null) {
            if (key <= n.key) {
                n = n.left;
            } else {
                rank += 1 + size(n.left);
                n = n.right;
            }
        }
        return rank;
    }

    private static int check(Node n, long low, long high) {
        if (n == null) {
            return 1;
        }
        if (n.key <= low || n.key >= high || red(n.right) || red(n) && red(n.left)) {
            throw new IllegalStateException("broken at " + n.key);
        }
        int left = check(n.left, low, n.key);
        if (left != check(n.right, n.key, high)) {
            throw new IllegalStateException("unbalanced at " + n.key);
        }
        return left + (n.red ? 0 : 1);
    }

    public static void main(String[] args) {
        RedBlackTree tree = new RedBlackTree();
        TreeMap<Integer, Integer> reference = new TreeMap<>();
        Random random = new Random(17);
        for (int i = 0; i < 400; i++) {
            int key = random.nextInt(1000);
            tree.put(key, i);
            reference.put(key, i);
            if (i % 5 == 4) {
                tree.removeLeast();
                reference.pollFirstEntry();
            }
            if (i % 40 == 0) {
                System.out.print(check(tree.root, Long.MIN_VALUE, Long.MAX_VALUE) + "/" + size(tree.root) + " ");
            }
        }
        System.out.println();
        System.out.println(size(tree.root) == reference.size());
        System.out.println(tree.rank(500) == reference.headMap(500).size());
        while (size(tree.root) > 0) {
            tree.removeLeast();
            check(tree.root, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        System.out.println("emptied");
    }
}
