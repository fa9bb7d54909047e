/** Allocation and collection: one tree that lives, many that do not. */
public class BinaryTrees {
    static class Tree {
        final Tree left;
        final Tree right;

        Tree(Tree left, Tree right) {
            this.left = left;
            this.right = right;
        }

        int count() {
            return left == null ? 1 : 1 + left.count() + right.count();
        }
    }

    static Tree make(int depth) {
        return depth == 0 ? new Tree(null, null) : new Tree(make(depth - 1), make(depth - 1));
    }

    public static void main(String[] args) {
        Tree old = make(12);
        for (int depth = 4; depth <= 12; depth += 2) {
            int trees = 1 << (14 - depth);
            int nodes = 0;
            for (int i = 0; i < trees; i++) {
                nodes += make(depth).count();
            }
            System.out.println(trees + " trees of depth " + depth + ": " + nodes);
        }
        System.out.println(old.count());
    }
}
