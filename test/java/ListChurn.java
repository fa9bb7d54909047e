/** Linked structures that live long while much garbage comes and goes: a skip list and chains of cells. */
public class ListChurn {
    static class Cell {
        final int id;
        Cell next;
        Object payload;

        Cell(int id, Cell next) {
            this.id = id;
            this.next = next;
        }
    }

    static class SkipNode {
        final int key;
        int count;
        final SkipNode[] next;

        SkipNode(int key, int levels) {
            this.key = key;
            next = new SkipNode[levels];
        }
    }

    static class SkipList {
        final SkipNode head = new SkipNode(Integer.MIN_VALUE, 12);
        int size;
        int seed = 99;

        int levels() {
            seed ^= seed << 13;
            seed ^= seed >>> 17;
            seed ^= seed << 5;
            return Math.min(12, 1 + Integer.numberOfTrailingZeros(seed | 0x800));
        }

        void add(int key) {
            SkipNode[] before = before(key);
            SkipNode found = before[0].next[0];
            if (found != null && found.key == key) {
                found.count++;
                return;
            }
            SkipNode node = new SkipNode(key, levels());
            for (int i = 0; i < node.next.length; i++) {
                node.next[i] = before[i].next[i];
                before[i].next[i] = node;
            }
            size++;
        }

        void remove(int key) {
            SkipNode[] before = before(key);
            SkipNode found = before[0].next[0];
            if (found == null || found.key != key) {
                return;
            }
            for (int i = 0; i < found.next.length; i++) {
                before[i].next[i] = found.next[i];
            }
            size--;
        }

        private SkipNode[] before(int key) {
            SkipNode[] before = new SkipNode[12];
            SkipNode at = head;
            for (int i = 11; i >= 0; i--) {
                while (at.next[i] != null && at.next[i].key < key) {
                    at = at.next[i];
                }
                before[i] = at;
            }
            return before;
        }
    }

    public static void main(String[] args) {
        SkipList list = new SkipList();
        for (int i = 0; i < 12000; i++) {
            int key = i * 7919 % 10007;
            if (i % 4 == 3) {
                list.remove(key / 2);
            } else {
                list.add(key);
            }
        }
        long sum = 0;
        int previous = Integer.MIN_VALUE;
        for (SkipNode n = list.head.next[0]; n != null; n = n.next[0]) {
            if (n.key <= previous) {
                throw new IllegalStateException("out of order");
            }
            previous = n.key;
            sum = sum * 31 + n.key + n.count;
        }
        System.out.println(list.size + " " + sum);
        Cell[] chains = new Cell[64];
        for (int i = 0; i < 60000; i++) {
            int c = i * 31 % 64;
            Cell cell = new Cell(i, chains[c]);
            cell.payload = i % 5 == 0 ? new int[] {i, i + 1} : chains[(c + 1) % 64];
            chains[c] = cell;
            if (i % 500 == 499) {
                for (int k = 0; k < 64; k++) {
                    Cell at = chains[k];
                    for (int d = 0; d < 20 && at != null; d++) {
                        at = at.next;
                    }
                    if (at != null) {
                        at.next = null;
                        at.payload = null;
                    }
                }
            }
        }
        long checksum = 0;
        for (Cell chain : chains) {
            for (Cell at = chain; at != null; at = at.next) {
                checksum = checksum * 17 + at.id;
                if (at.payload instanceof int[] pair) {
                    checksum += pair[1];
                } else if (at.payload instanceof Cell other) {
                    checksum ^= other.id;
                }
            }
        }
        System.out.println(checksum);
    }
}
