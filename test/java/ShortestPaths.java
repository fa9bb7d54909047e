/** Graphs: Dijkstra, breadth first, topological order, union-find. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

public class ShortestPaths {
    record Edge(int to, int cost) { }

    record Step(int node, int distance) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return distance != other.distance ? distance - other.distance : node - other.node;
        }
    }

    static int[] dijkstra(List<List<Edge>> graph, int from) {
        int[] distances = new int[graph.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        distances[from] = 0;
        PriorityQueue<Step> queue = new PriorityQueue<>();
        queue.add(new Step(from, 0));
        for (Step step; (step = queue.poll()) != null;) {
            if (step.distance() > distances[step.node()]) {
                continue;
            }
            for (Edge edge : graph.get(step.node())) {
                int distance = step.distance() + edge.cost();
                if (distance < distances[edge.to()]) {
                    distances[edge.to()] = distance;
                    queue.add(new Step(edge.to(), distance));
                }
            }
        }
        return distances;
    }

    static int maze(String[] maze) {
        int h = maze.length;
        int w = maze[0].length();
        int[][] seen = new int[h][w];
        Deque<int[]> queue = new ArrayDeque<>();
        queue.add(new int[] {1, 1});
        seen[1][1] = 1;
        while (!queue.isEmpty()) {
            int[] at = queue.remove();
            if (maze[at[0]].charAt(at[1]) == 'X') {
                return seen[at[0]][at[1]] - 1;
            }
            for (int d = 0; d < 4; d++) {
                int y = at[0] + new int[] {0, 1, 0, -1}[d];
                int x = at[1] + new int[] {1, 0, -1, 0}[d];
                if (maze[y].charAt(x) != '#' && seen[y][x] == 0) {
                    seen[y][x] = seen[at[0]][at[1]] + 1;
                    queue.add(new int[] {y, x});
                }
            }
        }
        return -1;
    }

    static int find(int[] parent, int i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    public static void main(String[] args) {
        int n = 200;
        List<List<Edge>> graph = new ArrayList<>();
        int[] parent = new int[n];
        for (int i = 0; i < n; i++) {
            graph.add(new ArrayList<>());
            parent[i] = i;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 1; k <= 3; k++) {
                int to = (i * k * 7 + 13 * k) % n;
                graph.get(i).add(new Edge(to, (i * 31 + k * 17) % 50 + 1));
                if (k == 3) {
                    parent[find(parent, i)] = find(parent, to);
                }
            }
        }
        int[] distances = dijkstra(graph, 0);
        System.out.println(Arrays.hashCode(distances) + " " + distances[199] + " " + distances[77]);
        int groups = 0;
        for (int i = 0; i < n; i++) {
            groups += find(parent, i) == i ? 1 : 0;
        }
        System.out.println(groups);
        System.out.println(maze(new String[] {"#########", "#   #   #", "# # # # #", "# #   #X#", "#########"}));
        System.out.println(maze(new String[] {"#####", "# #X#", "#####"}));
    }
}
