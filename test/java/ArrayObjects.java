import java.io.Serializable;
import java.util.Arrays;
/** Arrays as objects. */
public class ArrayObjects {
    static class A { }
    static class B extends A implements Comparable<B> { public int compareTo(B o) { return 0; } }
    static void store(Object[] array, Object value) {
        try { array[0] = value; System.out.println("stored " + array.getClass().getName()); }
        catch (ArrayStoreException e) { System.out.println(e); }
    }
    static void cast(String what, Runnable r) { try { r.run(); System.out.println(what + " ok"); } catch (ClassCastException e) { System.out.println(e.getMessage()); } }
    public static void main(String[] args) {
        int[] ints = {1, 2, 3};
        int[] copy = ints.clone();
        copy[0] = 9;
        System.out.println(ints[0] + " " + copy[0] + " " + (ints.getClass() == copy.getClass()) + " " + ints.equals(copy));
        int[][] deep = {{1}, {2, 3}, null};
        int[][] shallow = deep.clone();
        System.out.println((deep[0] == shallow[0]) + " " + shallow.length + " " + shallow.getClass());
        for (Object o : new Object[] {ints, deep, new String[0], new Object[0][0][0], new A[1], new B[1][1], new boolean[0], new byte[0], new char[0], new short[0], new long[0], new float[0], new double[0], new Runnable[0], new Thread.State[0]}) {
            Class<?> c = o.getClass();
            System.out.println(c.getName() + " " + c.getSimpleName() + " " + c.getCanonicalName() + " " + c.getTypeName() + " " + c.getComponentType() + " " + c.isArray() + " " + c.getSuperclass() + " " + Arrays.toString(c.getInterfaces()) + " " + Integer.toHexString(c.getModifiers()) + " " + c.toString() + " " + c.isPrimitive() + " " + c.isInterface() + " " + (o instanceof Cloneable) + (o instanceof Serializable) + " [" + c.getPackageName() + "] " + c.desiredAssertionStatus() + c.isEnum() + c.isRecord() + c.isAnonymousClass() + c.isMemberClass() + c.isLocalClass());
        }
        store(new String[1], 1); store(new Integer[1], "x"); store(new A[1], new B()); store(new B[1], new A()); store(new int[1][], "s"); store(new int[1][], new long[1]); store(new Object[1], new int[0]); store(new Object[1][], new String[0]); store(new String[1][], new Object[0]); store(new Comparable[1], new B()); store(new Comparable[1], new A()); store(new Runnable[1], (Runnable) () -> { }); store(new Cloneable[1], new int[0]); store(new Serializable[1], new int[0][]); store(new Number[1], null);
        Object o = new Object[] {"a"};
        cast("strings", () -> { String[] s = (String[]) o; });
        Object i = ints;
        cast("longs", () -> { long[] s = (long[]) i; });
        cast("objects", () -> { Object[] s = (Object[]) i; });
        cast("cloneable", () -> { Cloneable s = (Cloneable) i; });
        cast("a", () -> { A[] s = (A[]) (Object) new B[0]; });
        cast("b", () -> { B[] s = (B[]) (Object) new A[0]; });
        cast("c", () -> { B s = (B) (Object) new A[0]; });
        cast("d", () -> { A[][] s = (A[][]) (Object) new B[0]; });
        cast("e", () -> { Comparable[][] s = (Comparable[][]) (Object) new B[0][]; });
        cast("f", () -> { Runnable r = (Runnable) (Object) "x"; });
        cast("g", () -> { Integer r = (Integer) (Object) new A(); });
        cast("h", () -> { A r = (A) (Object) Integer.valueOf(3); });
        for (int n : new int[] {-1, Integer.MIN_VALUE}) {
            try { Object x = new int[n]; } catch (NegativeArraySizeException e) { System.out.println(e); }
            try { Object x = new int[2][n]; } catch (NegativeArraySizeException e) { System.out.println(e); }
            try { Object x = new String[n][2]; } catch (NegativeArraySizeException e) { System.out.println(e); }
        }
        int[][] zero = new int[0][5]; System.out.println(zero.length);
        int[][][] half = new int[2][3][]; System.out.println(half[1].length + " " + half[1][2]);
        try { System.out.println(ints[3]); } catch (ArrayIndexOutOfBoundsException e) { System.out.println(e); }
        try { ints[-1] = 0; } catch (ArrayIndexOutOfBoundsException e) { System.out.println(e); }
        try { Object x = java.lang.reflect.Array.newInstance(int.class, -2); } catch (Exception e) { System.out.println(e); }
        try { Object x = java.lang.reflect.Array.newInstance(void.class, 2); } catch (Exception e) { System.out.println(e); }
        try { Object x = java.lang.reflect.Array.newInstance(null, 2); } catch (Exception e) { System.out.println(e); }
        System.out.println(java.lang.reflect.Array.newInstance(int[].class, 2).getClass());
        System.out.println(ints.hashCode() == ints.hashCode());
        Object[] os = new String[] {"x"};
        System.out.println(os.clone().getClass() + " " + (os instanceof String[]));
        for (int[] row : deep) System.out.println(row == null);
        long[] l = {1L << 40}; l[0]++; l[0] <<= 2; System.out.println(l[0]);
        char[] c = {'a'}; c[0] += 1.7; System.out.println(c[0]);
        byte[] b = {127}; b[0]++; System.out.println(b[0]); b[0] >>>= 1; System.out.println(b[0]);
        boolean[] f = {true}; f[0] &= false; f[0] ^= true; System.out.println(f[0]);
    }
}
