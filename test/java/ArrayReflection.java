/** Arrays made and used by reflection, and objects made without naming their class. */
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

public class ArrayReflection {
    public static class Plain {
        @Override
        public String toString() {
            return "plain";
        }
    }

    public static class Failing {
        public Failing() {
            throw new IllegalStateException("in constructor");
        }
    }

    abstract static class Abstract {}

    private static void attempt(Supplier<Object> action) {
        try {
            System.out.println(action.get());
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        int[] ints = (int[]) Array.newInstance(int.class, 3);
        Array.setInt(ints, 0, 5);
        Array.set(ints, 1, 6);
        Array.setByte(ints, 2, (byte) 7);
        System.out.println(Array.getLength(ints) + " " + Array.get(ints, 0) + " " + Array.getLong(ints, 1) + " " + Array.getDouble(ints, 2) + " " + ints.getClass().getName());
        String[] strings = (String[]) Array.newInstance(String.class, 2);
        Array.set(strings, 1, "s");
        System.out.println(strings[1] + " " + Array.get(strings, 0));
        Object cube = Array.newInstance(double.class, 2, 3, 4);
        System.out.println(cube.getClass().getSimpleName() + " " + ((double[][][]) cube)[1][2].length);
        Object open = Array.newInstance(int[].class, 2, 1);
        System.out.println(open.getClass().getName() + " " + ((int[][][]) open)[1][0]);
        attempt(() -> Array.getInt(strings, 0));
        attempt(() -> Array.getLength("no array"));
        attempt(() -> {
            Array.set(ints, 0, "text");
            return "set";
        });
        attempt(() -> {
            Array.set(strings, 0, 1);
            return "set";
        });
        attempt(() -> Array.get(ints, 3));
        attempt(() -> Array.newInstance(int.class, -1));
        attempt(() -> Array.newInstance(void.class, 1));
        attempt(() -> {
            Array.setLong(ints, 0, 1L);
            return "set";
        });
        System.out.println(Plain.class.getDeclaredConstructor().newInstance() + " " + Class.forName("java.util.ArrayList").getConstructor().newInstance());
        try {
            Failing.class.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            System.out.println(e.getMessage() + " " + e.getCause().getMessage() + " " + (e.getTargetException() == e.getCause()));
        }
        try {
            Abstract.class.getDeclaredConstructor().newInstance();
        } catch (InstantiationException e) {
            System.out.println("abstract");
        }
        try {
            Plain.class.getConstructor(int.class, String.class);
        } catch (NoSuchMethodException e) {
            System.out.println(e.getMessage());
        }
        List<Class<?>> classes = new ArrayList<>(List.of(int.class, int[].class, String.class, String[][].class, void.class, Plain.class, Runnable.class));
        for (Class<?> c : classes) {
            System.out.println(c.getName() + " " + c.getSimpleName() + " " + c.getTypeName() + " " + c.getComponentType() + " " + c.descriptorString() + " " + c.getPackageName());
        }
        System.out.println(String.class.arrayType() + " " + int.class.arrayType().getComponentType());
    }
}
