/** Five thousand frames deep, with objects held on the way, several times. */
public class DeepRecursion {
    static class Cell {
        final int value;
        final Cell next;

        Cell(int value, Cell next) {
            this.value = value;
            this.next = next;
        }
    }

    static int sum(Cell cell) {
        return cell == null ? 0 : cell.value + sum(cell.next);
    }

    static Cell build(int n, Cell rest) {
        return n == 0 ? rest : build(n - 1, new Cell(n, rest));
    }

    static Cell reversed(Cell cell, Cell onto) {
        return cell == null ? onto : reversed(cell.next, new Cell(cell.value, onto));
    }

    static Cell map(Cell cell) {
        return cell == null ? null : new Cell(cell.value * 2 % 1009, map(cell.next));
    }

    static double harmonic(int n, double a, long b) {
        if (n == 0) {
            return a + b;
        }
        double rest = harmonic(n - 1, a, b + n);
        return rest + 1.0 / n;
    }

    public static void main(String[] args) {
        Cell list = build(5000, null);
        System.out.println(sum(list));
        for (int i = 0; i < 5; i++) {
            list = reversed(map(list), null);
            System.out.println(list.value + " " + sum(list));
        }
        System.out.println(harmonic(5000, 0.25, 0));
    }
}
