/** Compound assignment narrows silently, evaluates its left side once, and operands go from left to right. */
public class CompoundAssignment {
    static StringBuilder log = new StringBuilder();
    static int[] cells = {10, 20, 30};

    static int index(int i) {
        log.append('i').append(i);
        return i;
    }

    static int value(int v) {
        log.append('v').append(v);
        return v;
    }

    static int[] array() {
        log.append('a');
        return cells;
    }

    public static void main(String[] args) {
        byte b = 100;
        b += 100;
        System.out.println(b);
        b++;
        b *= 2.7;
        System.out.println(b);
        short s = 30000;
        s += 10000.9;
        System.out.println(s);
        char c = 'x';
        c += 2;
        c--;
        System.out.println(c);
        int i = 10;
        i -= 3.99;
        i /= 2;
        i %= 2;
        System.out.println(i);
        long l = 5;
        l <<= 40;
        l |= 3;
        l ^= -1;
        System.out.println(l);
        float f = 1;
        f += 1e-3;
        f /= 3;
        System.out.println(f);
        String text = "a";
        text += 1 + 2;
        text += 'c';
        text += null;
        System.out.println(text);

        array()[index(1)] += value(5);
        array()[index(0)]++;
        int old = array()[index(2)]--;
        System.out.println(cells[0] + " " + cells[1] + " " + cells[2] + " " + old + " " + log);
        int k = 1;
        k = k++ + ++k * k--;
        System.out.println(k);
        int j = 0;
        cells[j] = j = 2;
        System.out.println(cells[0] + " " + j);
        int a = value(1) + value(2) * value(3) - value(4);
        System.out.println(a + " " + log);
        int left = 3;
        left += (left = 10) * 2;
        System.out.println(left);
        boolean flag = false;
        flag |= true;
        flag &= 3 > 2;
        flag ^= true;
        System.out.println(flag);
        try {
            array()[index(7)] = value(9);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage() + " " + log);
        }
    }
}
