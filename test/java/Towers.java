/** The towers of Hanoi with discs as linked objects, moved one by one and checked. */
public class Towers {
    static class Disc {
        final int size;
        Disc below;

        Disc(int size) {
            this.size = size;
        }
    }

    final Disc[] piles = new Disc[3];
    int moves;

    void push(int pile, Disc disc) {
        Disc top = piles[pile];
        if (top != null && disc.size >= top.size) {
            throw new IllegalStateException("cannot put " + disc.size + " on " + top.size);
        }
        disc.below = top;
        piles[pile] = disc;
    }

    Disc pop(int pile) {
        Disc top = piles[pile];
        if (top == null) {
            throw new IllegalStateException("pile " + pile + " is empty");
        }
        piles[pile] = top.below;
        top.below = null;
        return top;
    }

    void move(int count, int from, int to) {
        if (count == 0) {
            return;
        }
        int over = 3 - from - to;
        move(count - 1, from, over);
        push(to, pop(from));
        moves++;
        move(count - 1, over, to);
    }

    int height(int pile) {
        int height = 0;
        for (Disc d = piles[pile]; d != null; d = d.below) {
            height++;
        }
        return height;
    }

    public static void main(String[] args) {
        Towers towers = new Towers();
        for (int size = 14; size > 0; size--) {
            towers.push(0, new Disc(size));
        }
        towers.move(14, 0, 2);
        System.out.println(towers.moves + " " + towers.height(0) + " " + towers.height(1) + " " + towers.height(2));
        try {
            towers.pop(0);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            towers.push(2, new Disc(50));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
