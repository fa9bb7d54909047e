/** Maps and sets of enum constants, small and large. */
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

public class EnumMapsAndSets {
    enum Day { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY }

    enum Shape {
        CIRCLE { double area(double x) { return Math.round(Math.PI * x * x); } },
        SQUARE { double area(double x) { return x * x; } };

        abstract double area(double x);
    }

    enum Large {
        A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9,
        D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, F0, F1, F2, F3, F4, F5, F6, F7, F8, F9,
        G0, G1, G2, G3, G4, G5, G6, G7, G8, G9
    }

    public static void main(String[] args) {
        EnumMap<Day, Integer> hours = new EnumMap<>(Day.class);
        hours.put(Day.FRIDAY, 6);
        hours.put(Day.MONDAY, 8);
        hours.put(Day.WEDNESDAY, null);
        System.out.println(hours + " " + hours.size() + " " + hours.containsKey(Day.WEDNESDAY) + " " + hours.containsValue(null) + " " + hours.get(Day.SUNDAY));
        hours.merge(Day.MONDAY, 1, Integer::sum);
        System.out.println(hours.remove(Day.FRIDAY) + " " + hours.keySet() + " " + hours.values() + " " + hours.equals(new HashMap<>(hours)) + " " + hours.clone());
        for (Map.Entry<Day, Integer> entry : hours.entrySet()) {
            entry.setValue(entry.getKey().ordinal());
        }
        System.out.println(hours + " " + new EnumMap<>(hours).equals(hours) + " " + new EnumMap<>(Map.of(Day.SUNDAY, 1)));
        try {
            hours.put(null, 1);
        } catch (NullPointerException e) {
            System.out.println("no null keys");
        }
        try {
            new EnumMap<>(new HashMap<Day, Integer>());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        EnumSet<Day> weekend = EnumSet.of(Day.SUNDAY, Day.SATURDAY);
        EnumSet<Day> work = EnumSet.complementOf(weekend);
        System.out.println(weekend + " " + work + " " + EnumSet.allOf(Day.class).containsAll(work) + " " + EnumSet.range(Day.TUESDAY, Day.THURSDAY) + " " + EnumSet.noneOf(Day.class));
        work.removeAll(EnumSet.of(Day.MONDAY, Day.FRIDAY));
        work.add(Day.SUNDAY);
        System.out.println(work + " " + work.contains(null) + " " + work.remove("x") + " " + work.retainAll(weekend) + " " + work + " " + EnumSet.copyOf(Arrays.asList(Day.FRIDAY, Day.MONDAY)));
        Iterator<Day> it = weekend.iterator();
        it.next();
        it.remove();
        System.out.println(weekend + " " + weekend.equals(Set.of(Day.SUNDAY)) + " " + (weekend.hashCode() == Set.of(Day.SUNDAY).hashCode()) + " " + weekend.clone());
        try {
            EnumSet.range(Day.FRIDAY, Day.MONDAY);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            EnumSet.copyOf(new java.util.ArrayList<Day>());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        EnumSet<Large> many = EnumSet.range(Large.A5, Large.G4);
        many.removeIf(x -> x.ordinal() % 9 != 0);
        System.out.println(many + " " + many.size() + " " + EnumSet.complementOf(many).size() + " " + many.contains(Large.G3));
        EnumMap<Shape, Double> areas = new EnumMap<>(Shape.class);
        for (Shape shape : Shape.values()) {
            areas.put(shape, shape.area(2));
        }
        System.out.println(areas + " " + Shape.CIRCLE.getClass().getSimpleName().isEmpty() + " " + Shape.CIRCLE.getDeclaringClass().getSimpleName() + " " + Shape.valueOf("SQUARE").compareTo(Shape.CIRCLE));
        try {
            Shape.valueOf("TRIANGLE");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Day.valueOf("MONDAY").name() + " " + Enum.valueOf(Day.class, "FRIDAY").ordinal() + " " + Arrays.toString(Day.class.getEnumConstants()));
    }
}
