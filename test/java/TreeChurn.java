/** A balanced tree of some thousand nodes that grows, shrinks and is checked, over and over. */
public class TreeChurn {
    static class Node {
        int key;
        long value;
        int height = 1;
        Node left;
        Node right;

        Node(int key, long value) {
            this.key = key;
            this.value = value;
        }
    }

    static int height(Node n) {
        return n == null ? 0 : n.height;
    }

    static Node balance(Node n) {
        n.height = 1 + Math.max(height(n.left), height(n.right));
        int lean = height(n.left) - height(n.right);
        if (lean > 1) {
            if (height(n.left.left) < height(n.left.right)) {
                n.left = rotateLeft(n.left);
            }
            return rotateRight(n);
        }
        if (lean < -1) {
            if (height(n.right.right) < height(n.right.left)) {
                n.right = rotateRight(n.right);
            }
            return rotateLeft(n);
        }
        return n;
    }

    static Node rotateLeft(Node n) {
        Node r = n.right;
        n.right = r.left;
        r.left = n;
        n.height = 1 + Math.max(height(n.left), height(n.right));
        r.height = 1 + Math.max(height(r.left), height(r.right));
        return r;
    }

    static Node rotateRight(Node n) {
        Node l = n.left;
        n.left = l.right;
        l.right = n;
        n.height = 1 + Math.max(height(n.left), height(n.right));
        l.height = 1 + Math.max(height(l.left), height(l.right));
        return l;
    }

    static Node put(Node n, int key, long value) {
        if (n == null) {
            return new Node(key, value);
        }
        if (key < n.key) {
            n.left = put(n.left, key, value);
        } else if (key > n.key) {
            n.right = put(n.right, key, value);
        } else {
            n.value += value;
            return n;
        }
        return balance(n);
    }

    static Node remove(Node n, int key) {
        if (n == null) {
            return null;
        }
        if (key < n.key) {
            n.left = remove(n.left, key);
        } else if (key > n.key) {
            n.right = remove(n.right, key);
        } else if (n.left == null) {
            return n.right;
        } else if (n.right == null) {
            return n.left;
        } else {
            Node least = n.right;
            while (least.left != null) {
                least = least.left;
            }
            n.key = least.key;
            n.value = least.value;
            n.right = remove(n.right, least.key);
        }
        return balance(n);
    }

    static int size(Node n) {
        return n == null ? 0 : 1 + size(n.left) + size(n.right);
    }

    static long checksum(Node n, long sum) {
        if (n == null) {
            return sum;
        }
        if (Math.abs(height(n.left) - height(n.right)) > 1) {
            throw new IllegalStateException("not balanced at " + n.key);
        }
        return checksum(n.right, checksum(n.left, sum) * 31 + n.key * n.value);
    }

    public static void main(String[] args) {
        Node root = null;
        int seed = 7;
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 5000; i++) {
                seed = seed * 1103515245 + 12345;
                int key = seed >>> 12 & 0x3fff;
                root = i % 3 == 2 ? remove(root, key ^ 1) : put(root, key, i);
            }
            System.out.println(size(root) + " " + height(root) + " " + checksum(root, 0));
        }
    }
}
