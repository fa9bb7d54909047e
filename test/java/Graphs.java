/** Graphs: spanning trees, topological order, strong components, shortest paths of all pairs, matching, flow. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

public class Graphs {
    record Edge(int from, int to, int weight) {}

    private static int find(int[] parent, int x) {
        return parent[x] == x ? x : (parent[x] = find(parent, parent[x]));
    }

    private static int kruskal(int n, List<Edge> edges) {
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        int total = 0;
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(Comparator.comparingInt(Edge::weight));
        for (Edge e : sorted) {
            int a = find(parent, e.from());
            int b = find(parent, e.to());
            if (a != b) {
                parent[a] = b;
                total += e.weight();
            }
        }
        return total;
    }

    private static List<Integer> topological(int n, List<Edge> edges) {
        int[] in = new int[n];
        edges.forEach(e -> in[e.to()]++);
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            if (in[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int v = ready.remove();
            order.add(v);
            for (Edge e : edges) {
                if (e.from() == v && --in[e.to()] == 0) {
                    ready.add(e.to());
                }
            }
        }
        return order;
    }

    private static final class Tarjan {
        final List<List<Integer>> components = new ArrayList<>();
        private final List<List<Integer>> next;
        private final int[] index;
        private final int[] low;
        private final boolean[] on;
        private final Deque<Integer> stack = new ArrayDeque<>();
        private int counter;

        Tarjan(int n, List<Edge> edges) {
            next = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                next.add(new ArrayList<>());
            }
            edges.forEach(e -> next.get(e.from()).add(e.to()));
            index = new int[n];
            low = new int[n];
            on = new boolean[n];
            for (int i = 0; i < n; i++) {
                if (index[i] == 0) {
                    visit(i);
                }
            }
        }

        private void visit(int v) {
            index[v] = low[v] = ++counter;
            stack.push(v);
            on[v] = true;
            for (int w : next.get(v)) {
                if (index[w] == 0) {
                    visit(w);
                    low[v] = Math.min(low[v], low[w]);
                } else if (on[w]) {
                    low[v] = Math.min(low[v], index[w]);
                }
            }
            if (low[v] == index[v]) {
                List<Integer> component = new ArrayList<>();
                int w;
                do {
                    w = stack.pop();
                    on[w] = false;
                    component.add(w);
                } while (w != v);
                component.sort(null);
                components.add(component);
            }
        }
    }

    private static int maximumFlow(int[][] capacity, int source, int sink) {
        int n = capacity.length;
        int flow = 0;
        while (true) {
            int[] from = new int[n];
            Arrays.fill(from, -1);
            from[source] = source;
            Deque<Integer> queue = new ArrayDeque<>(List.of(source));
            while (!queue.isEmpty() && from[sink] < 0) {
                int v = queue.poll();
                for (int w = 0; w < n; w++) {
                    if (from[w] < 0 && capacity[v][w] > 0) {
                        from[w] = v;
                        queue.add(w);
                    }
                }
            }
            if (from[sink] < 0) {
                return flow;
            }
            int push = Integer.MAX_VALUE;
            for (int v = sink; v != source; v = from[v]) {
                push = Math.min(push, capacity[from[v]][v]);
            }
            for (int v = sink; v != source; v = from[v]) {
                capacity[from[v]][v] -= push;
                capacity[v][from[v]] += push;
            }
            flow += push;
        }
    }

    public static void main(String[] args) {
        Random random = new Random(8);
        int n = 30;
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            edges.add(new Edge(random.nextInt(n), random.nextInt(n), 1 + random.nextInt(50)));
        }
        System.out.println("spanning " + kruskal(n, edges));
        List<Edge> forward = edges.stream().filter(e -> e.from() < e.to()).toList();
        System.out.println("order " + topological(n, forward));
        System.out.println("components " + new Tarjan(n, edges.subList(0, 45)).components);
        int[][] distance = new int[n][n];
        for (int[] row : distance) {
            Arrays.fill(row, 10000);
        }
        for (int i = 0; i < n; i++) {
            distance[i][i] = 0;
        }
        edges.forEach(e -> distance[e.from()][e.to()] = Math.min(distance[e.from()][e.to()], e.weight()));
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
                }
            }
        }
        System.out.println("distances " + Arrays.toString(distance[0]) + " " + Arrays.deepHashCode(distance));
        int[][] capacity = new int[12][12];
        for (int i = 0; i < 40; i++) {
            capacity[random.nextInt(12)][random.nextInt(12)] += random.nextInt(20);
        }
        System.out.println("flow " + maximumFlow(capacity, 0, 11));
    }
}
