/** Ways through finally blocks, the exceptions of the instructions, conversions and shifts. */
public class FinallyAndFaults {
    static int f(int n) {
        try {
            if (n == 0) return 1;
            if (n == 1) throw new RuntimeException("1");
            return 2;
        } catch (RuntimeException e) {
            return 3;
        } finally {
            if (n == 2) return 4;
            System.out.println("fin " + n);
        }
    }

    static int g() {
        int i = 0;
        try {
            i = 1;
            return i;
        } finally {
            i = 2;
        }
    }

    static int h() {
        for (int i = 0;; i++) {
            try {
                if (i<3) continue;
                break;
            } finally {
                System.out.println("h" + i);
                if (i == 5) break;
            }
        }
        return 9;
    }

    @SuppressWarnings("finally") static int k() {
        while (true) {
            try {
                return 1;
            } finally {
                break;
            }
        }
        return 2;
    }

    static String l() {
        StringBuilder sb = new StringBuilder();
        outer: for (int i = 0; i<4; i++) {
            try {
                for (int j = 0; j<4; j++) {
                    try {
                        if (j == 2) continue outer;
                        if (i == 2) break outer;
                        sb.append(i).append(j).append(' ');
                    } finally {
                        sb.append('f');
                    }
                }
            } finally {
                sb.append('F');
            }
        }
        return sb.toString();
    }

    static void nested() throws Exception {
        try {
            try {
                throw new Exception("a");
            } finally {
                try {
                    throw new Exception("b");
                } catch (Exception e) {
                    System.out.println("caught " + e.getMessage());
                }
            }
        } catch (Exception e) {
            System.out.println("outer " + e.getMessage());
            throw new Exception("c", e);
        } finally {
            System.out.println("last");
        }
    }

    static long m() {
        long x = 1;
        double d = 2;
        try {
            x = x / 0;
        } catch (ArithmeticException e) {
            x = (long)(d * 3);
        } finally {
            x += 100;
            d++;
        }
        return x + (long)d;
    }

    static synchronized int sync(boolean t) {
        synchronized (FinallyAndFaults.class) {
            synchronized ("a".intern()) {
                if (t) throw new IllegalStateException();
                return 3;
            }
        }
    }

    public static void main(String[] a) {
        for (int i = 0; i<4; i++) System.out.println(f(i));
        System.out.println(g() + " " + h() + " " + k());
        System.out.println(l());
        try {
            nested();
        } catch (Exception e) {
            System.out.println(e.getMessage() + e.getCause().getMessage());
        }
        System.out.println(m());
        System.out.println(sync(false));
        try {
            sync(true);
        } catch (IllegalStateException e) {
            System.out.println(Thread.holdsLock(FinallyAndFaults.class));
        }
        try {
            Object o = "x";
            Integer i = (Integer)o;
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object o = new int[0];
            String[] i = (String[])o;
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object o = new FinallyAndFaults();
            Runnable i = (Runnable)o;
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object o = new FinallyAndFaults[0][0];
            Runnable i = (Runnable)o;
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object o = (Runnable)() -> {
            };
            Integer i = (Integer)o;
        } catch (ClassCastException e) {
            System.out.println(e.getMessage().replaceAll("Lambda\\$\\S+", "Lambda"));
        }
        try {
            Object[] o = new Integer[1];
            o[0] = "s";
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object[] o = new Integer[1][];
            o[0] = new int[0];
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object[][] o = new Integer[1][1];
            o[0][0] = "";
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
        try {
            int[] o = new int[-1];
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
        try {
            int[][] o = new int[2][-3];
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
        try {
            int[][] o = new int[0][-3];
            System.out.println("ok");
        } catch (NegativeArraySizeException e) {
            System.out.println(e.getMessage());
        }
        try {
            int[] o = new int[3];
            o[3] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            int[] o = new int[3];
            o[-1] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(1 % 0);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(1L / 0L);
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            new Object().wait();
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            new Object().notify();
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            synchronized (a) {
                a.wait(-1);
            }
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            synchronized (a) {
                a.wait(1, 1000000);
            }
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new int[2], 0, new int[2], 1, 2);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new int[2], -1, new int[2], 1, 1);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new int[2], 0, new int[2], 0, -1);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new int[2], 0, new long[2], 1, 0);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy("x", 0, new long[2], 1, 0);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new int[1], 0, "y", 1, 0);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new Object[]{"a", 1}, 0, new String[2], 0, 2);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new Object[2], 0, new int[2], 0, 2);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(new String[2], 3, new String[2], 0, 2);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            System.arraycopy(null, 3, new String[2], 0, 2);
        } catch (Exception e) {
            System.out.println(e);
        }
        System.out.println(Integer.MIN_VALUE / -1 + " " + Integer.MIN_VALUE % -1 + " " + Long.MIN_VALUE / -1 + " "
                + Long.MIN_VALUE % -1 + " " + (-7 / 2) + " " + (-7 % 2) + " " + (7 % -2) + " " + (-7>>1) + " "
                + (-7 >>> 28) + " " + (1 << 33) + " " + (1L << 65) + " " + (-1 >>> -1) + " " + (-1L >>> -1));
        System.out.println((int)Float.NaN + " " + (int)1e20 + " " + (long)-1e30f + " " + (byte)300 + " "
                + (short)70000 + " " + (char)-1 + 0 + " " + (int)(char)-1 + " " + (byte)1e10 + " " + (char)1e10 + 0
                + " " + (int)-0.9f + " " + (short)-1e10);
        System.out.println(5.0 % 0 + " " + -5.5 % 2 + " " + 5.5 % -2 + " " + 0.0 / 0 + " " + 1 / 0.0 + " "
                + -1 / 0.0 + " " + (0.0 == -0.0) + " " + Double.valueOf(0.0).equals(-0.0) + " "
                + (Double.NaN == Double.NaN) + " " + (Double.NaN<1) + (Double.NaN>1) + (Double.NaN != 1)
                + !(Double.NaN >= 1) + " " + Float.MIN_VALUE / 2 + " " + Double.MAX_VALUE * 2 + " " + 1e300 * 1e10
                + " " + Infinity() % 3 + " " + 5 % Infinity());
        int i = 5;
        i = i++ + ++i;
        System.out.println(i);
        i += 3.7;
        System.out.println(i);
        byte b = 10;
        b *= 30;
        System.out.println(b);
        b >>>= 1;
        System.out.println(b);
        char c = 'a';
        c += 1;
        c++;
        System.out.println(c);
        short s = (short)40000;
        System.out.println(s);
        int[] q = {1, 2, 3};
        int z = 0;
        q[z++] = q[z] + z++;
        System.out.println(q[0] + " " + z);
        z = 0;
        q[z] = z = 2;
        System.out.println(q[0] + " " + q[2] + " " + z);
    }

    static double Infinity() {
        return Double.POSITIVE_INFINITY;
    }
}
