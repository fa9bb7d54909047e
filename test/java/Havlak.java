/** Finds the loops of control-flow graphs, reducible and not, after the algorithm of Paul Havlak (1997). */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public class Havlak {
    static final class Block {
        final int name;
        final List<Block> in = new ArrayList<>();
        final List<Block> out = new ArrayList<>();

        Block(int name) {
            this.name = name;
        }
    }

    static final class Graph {
        final List<Block> blocks = new ArrayList<>();

        Block block(int name) {
            while (blocks.size() <= name) {
                blocks.add(new Block(blocks.size()));
            }
            return blocks.get(name);
        }

        void edge(int from, int to) {
            Block source = block(from);
            Block target = block(to);
            source.out.add(target);
            target.in.add(source);
        }

        int diamond(int start) {
            edge(start, start + 1);
            edge(start, start + 2);
            edge(start + 1, start + 3);
            edge(start + 2, start + 3);
            return start + 3;
        }

        int straight(int start, int length) {
            for (int i = 0; i < length; i++) {
                edge(start + i, start + i + 1);
            }
            return start + length;
        }

        int baseLoop(int from) {
            int header = straight(from, 1);
            int diamond1 = diamond(header);
            int d11 = straight(diamond1, 1);
            int diamond2 = diamond(d11);
            int footer = straight(diamond2, 1);
            edge(diamond2, d11);
            edge(diamond1, header);
            edge(footer, from);
            return straight(footer, 1);
        }
    }

    static final class Loop {
        Loop parent;
        final Block header;
        final boolean reducible;
        final List<Loop> children = new ArrayList<>();
        final Set<Block> blocks = new LinkedHashSet<>();

        Loop(Block header, boolean reducible) {
            this.header = header;
            this.reducible = reducible;
        }

        int depth() {
            int deepest = 0;
            for (Loop child : children) {
                deepest = Math.max(deepest, child.depth());
            }
            return deepest + 1;
        }
    }

    private static final int UNVISITED = -1;

    private final Graph graph;
    private final int[] number;
    private final int[] last;
    private final Block[] nodes;
    private final int[] union;
    private final Loop[] loopOf;
    private int visited;
    final List<Loop> loops = new ArrayList<>();
    int irreducible;

    Havlak(Graph graph) {
        this.graph = graph;
        int size = graph.blocks.size();
        number = new int[size];
        last = new int[size];
        nodes = new Block[size];
        union = new int[size];
        loopOf = new Loop[size];
        Arrays.fill(number, UNVISITED);
        visit(graph.blocks.get(0));
        find();
    }

    private void visit(Block block) {
        int id = visited++;
        number[block.name] = id;
        nodes[id] = block;
        for (Block target : block.out) {
            if (number[target.name] == UNVISITED) {
                visit(target);
            }
        }
        last[id] = visited - 1;
    }

    private boolean isAncestor(int w, int v) {
        return w <= v && v <= last[w];
    }

    private int root(int node) {
        int root = node;
        while (union[root] != root) {
            root = union[root];
        }
        while (union[node] != root) {
            int next = union[node];
            union[node] = root;
            node = next;
        }
        return root;
    }

    private void find() {
        List<Set<Integer>> nonBack = new ArrayList<>();
        List<List<Integer>> back = new ArrayList<>();
        for (int w = 0; w < visited; w++) {
            union[w] = w;
            nonBack.add(new LinkedHashSet<>());
            back.add(new ArrayList<>());
            for (Block source : nodes[w].in) {
                int v = number[source.name];
                if (v == UNVISITED) {
                    continue;
                }
                if (isAncestor(w, v)) {
                    back.get(w).add(v);
                } else {
                    nonBack.get(w).add(v);
                }
            }
        }
        for (int w = visited - 1; w >= 0; w--) {
            List<Integer> body = new ArrayList<>();
            boolean self = false;
            for (int v : back.get(w)) {
                if (v == w) {
                    self = true;
                } else {
                    body.add(root(v));
                }
            }
            List<Integer> work = new ArrayList<>(body);
            Set<Integer> pool = new HashSet<>(body);
            boolean reducible = true;
            while (!work.isEmpty()) {
                int x = work.remove(0);
                for (int y : List.copyOf(nonBack.get(x))) {
                    int above = root(y);
                    if (!isAncestor(w, above)) {
                        reducible = false;
                        nonBack.get(w).add(above);
                    } else if (above != w && pool.add(above)) {
                        work.add(above);
                        body.add(above);
                    }
                }
            }
            if (!body.isEmpty() || self) {
                makeLoop(w, body, reducible);
            }
        }
    }

    private void makeLoop(int w, List<Integer> body, boolean reducible) {
        Loop loop = new Loop(nodes[w], reducible);
        irreducible += reducible ? 0 : 1;
        loops.add(loop);
        loopOf[w] = loop;
        loop.blocks.add(nodes[w]);
        for (int node : new LinkedHashSet<>(body)) {
            union[node] = w;
            if (loopOf[node] != null && loopOf[node].parent == null) {
                loopOf[node].parent = loop;
                loop.children.add(loopOf[node]);
            } else {
                loop.blocks.add(nodes[node]);
            }
        }
    }

    private static Graph construct(int parts) {
        Graph graph = new Graph();
        graph.edge(0, 1);
        graph.edge(0, 2);
        int n = 2;
        for (int part = 0; part < parts; part++) {
            graph.edge(2, n + 1);
            n++;
            for (int i = 0; i < 6; i++) {
                int top = n;
                n = graph.straight(n, 1);
                for (int j = 0; j < 4; j++) {
                    n = graph.baseLoop(n);
                }
                int bottom = graph.straight(n, 1);
                graph.edge(n, top);
                n = bottom;
            }
            graph.edge(n, 1);
        }
        return graph;
    }

    public static void main(String[] args) {
        Graph simple = new Graph();
        simple.straight(0, 3);
        simple.edge(2, 1);
        Havlak one = new Havlak(simple);
        System.out.println(one.loops.size() + " loop at " + one.loops.get(0).header.name + " with " + one.loops.get(0).blocks.size() + " blocks");
        Graph twisted = new Graph();
        twisted.edge(0, 1);
        twisted.edge(0, 2);
        twisted.edge(1, 2);
        twisted.edge(2, 1);
        twisted.edge(2, 3);
        twisted.edge(3, 3);
        Havlak two = new Havlak(twisted);
        System.out.println(two.loops.size() + " loops, " + two.irreducible + " irreducible");
        Graph large = construct(5);
        Havlak many = new Havlak(large);
        int depth = 0;
        int outermost = 0;
        for (Loop loop : many.loops) {
            depth = Math.max(depth, loop.depth());
            outermost += loop.parent == null ? 1 : 0;
        }
        System.out.println(large.blocks.size() + " blocks, " + many.loops.size() + " loops, " + outermost + " outermost, depth " + depth);
        System.out.println(many.loops.size() == 5 * 6 * (4 * 3 + 1) ? "right" : "WRONG");
    }
}
