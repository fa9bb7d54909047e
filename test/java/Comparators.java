/** Comparators built from key extractors, and the stability of sorting. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

public class Comparators {
    record Person(String name, int age, Double height) { }

    static void show(List<Person> people) {
        StringBuilder line = new StringBuilder();
        for (Person p : people) {
            line.append(p == null ? "null" : p.name() + p.age()).append(' ');
        }
        System.out.println(line);
    }

    public static void main(String[] args) {
        List<Person> people = new ArrayList<>();
        String[] names = {"Eve", "bob", "Al", "dan", "Cy", "Fay", "gus", "Hal"};
        for (int i = 0; i < 24; i++) {
            people.add(new Person(names[i * 5 % 8], 20 + i * 7 % 4, 1.5 + i % 5 / 10.0));
        }
        people.sort(Comparator.comparingInt(Person::age));
        show(people);
        people.sort(Comparator.comparing(Person::name));
        show(people);
        people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER).reversed().thenComparing(Person::age));
        show(people);
        people.sort(Comparator.comparingDouble(Person::height).thenComparing(Comparator.comparing(Person::name).reversed()));
        show(people);
        people.subList(5, people.size()).clear();
        people.add(2, null);
        people.sort(Comparator.nullsFirst(Comparator.comparing(Person::age)));
        show(people);
        people.sort(Comparator.nullsLast(null));
        show(people);
        List<String> words = Arrays.asList("b", "C", "a", "D");
        words.sort(Comparator.naturalOrder());
        System.out.println(words);
        words.sort(Comparator.reverseOrder());
        System.out.println(words);
        words.sort(String::compareToIgnoreCase);
        System.out.println(words + " " + Collections.max(words, Comparator.comparing(String::hashCode)));
        int[] comparisons = {0};
        Integer[] numbers = new Integer[300];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 7919 % 300;
        }
        Arrays.sort(numbers, (x, y) -> {
            comparisons[0]++;
            return x - y;
        });
        System.out.println(numbers[0] + " " + numbers[299] + " " + (comparisons[0] < 300 * 12));
    }
}
