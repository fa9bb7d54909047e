/** Edit distance, longest common subsequence, knapsack, coin change, matrix chains. */
public class DynamicProgramming {
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    static String common(String a, String b) {
        short[][] best = new short[a.length() + 1][b.length() + 1];
        for (int i = a.length() - 1; i >= 0; i--) {
            for (int j = b.length() - 1; j >= 0; j--) {
                best[i][j] = a.charAt(i) == b.charAt(j) ? (short) (best[i + 1][j + 1] + 1)
                        : best[i + 1][j] > best[i][j + 1] ? best[i + 1][j] : best[i][j + 1];
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0, j = 0; i < a.length() && j < b.length();) {
            if (a.charAt(i) == b.charAt(j)) {
                out.append(a.charAt(i));
                i++;
                j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return out.toString();
    }

    static int knapsack(int[] weights, int[] values, int room) {
        int[] best = new int[room + 1];
        for (int i = 0; i < weights.length; i++) {
            for (int r = room; r >= weights[i]; r--) {
                best[r] = Math.max(best[r], best[r - weights[i]] + values[i]);
            }
        }
        return best[room];
    }

    static long ways(int[] coins, int amount) {
        long[] ways = new long[amount + 1];
        ways[0] = 1;
        for (int coin : coins) {
            for (int a = coin; a <= amount; a++) {
                ways[a] += ways[a - coin];
            }
        }
        return ways[amount];
    }

    static int chain(int[] sizes, int from, int to, int[][] memo) {
        if (to - from < 2) {
            return 0;
        }
        if (memo[from][to] == 0) {
            int best = Integer.MAX_VALUE;
            for (int k = from + 1; k < to; k++) {
                best = Math.min(best, chain(sizes, from, k, memo) + chain(sizes, k, to, memo) + sizes[from] * sizes[k] * sizes[to]);
            }
            memo[from][to] = best;
        }
        return memo[from][to];
    }

    public static void main(String[] args) {
        System.out.println(distance("kitten", "sitting") + " " + distance("", "abc") + " " + distance("dormouse", "dormouses")
                + " " + distance("ab".repeat(60), "ba".repeat(60)));
        System.out.println(common("the quick brown fox", "that thick brow of oxen"));
        int[] weights = new int[40];
        int[] values = new int[40];
        for (int i = 0; i < 40; i++) {
            weights[i] = 3 + i * 7 % 23;
            values[i] = 10 + i * 13 % 57;
        }
        System.out.println(knapsack(weights, values, 150));
        System.out.println(ways(new int[] {1, 2, 5, 10, 20, 50, 100, 200}, 1000));
        int[] sizes = {30, 35, 15, 5, 10, 20, 25, 40, 10, 5, 30};
        System.out.println(chain(sizes, 0, 10, new int[11][11]));
    }
}
