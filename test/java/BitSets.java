/** BitSet: single bits, ranges, combination, walking, text. */
import java.util.BitSet;

public class BitSets {
    public static void main(String[] args) {
        BitSet a = new BitSet();
        for (int i = 0; i < 130; i += 9) {
            a.set(i);
        }
        BitSet b = new BitSet(64);
        b.set(10, 75);
        b.flip(20, 30);
        b.clear(70, 72);
        System.out.println(a + " " + a.cardinality() + " " + a.length() + " " + a.size());
        System.out.println(b.cardinality() + " " + b.nextSetBit(20) + " " + b.nextClearBit(10) + " " + b.previousSetBit(29) + " " + b.get(70)
                + " " + b.get(1000));
        BitSet and = (BitSet) a.clone();
        and.and(b);
        BitSet or = (BitSet) a.clone();
        or.or(b);
        BitSet xor = (BitSet) a.clone();
        xor.xor(b);
        BitSet minus = (BitSet) a.clone();
        minus.andNot(b);
        System.out.println(and + " " + or.cardinality() + " " + xor.hashCode() + " " + minus + " " + a.intersects(b));
        System.out.println(a.get(5, 40) + " " + a.equals(a.clone()) + " " + new BitSet().isEmpty() + " " + new BitSet());
        a.set(5, false);
        a.set(6, true);
        a.flip(6);
        a.clear();
        System.out.println(a + " " + a.length() + " " + a.nextSetBit(0));
        BitSet sieve = new BitSet(2000);
        sieve.set(2, 2000);
        for (int p = 2; p * p < 2000; p = sieve.nextSetBit(p + 1)) {
            for (int m = p * p; m < 2000; m += p) {
                sieve.clear(m);
            }
        }
        int sum = 0;
        for (int p = sieve.nextSetBit(0); p >= 0; p = sieve.nextSetBit(p + 1)) {
            sum += p;
        }
        System.out.println(sieve.cardinality() + " " + sum);
        try {
            a.set(-1);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            a.clear(5, 2);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
