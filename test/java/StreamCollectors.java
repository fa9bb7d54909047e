/** The collectors. */
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class StreamCollectors {
    record Person(String name, String town, int age, double height) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("Ada", "London", 36, 1.65),
            new Person("Alan", "London", 41, 1.78),
            new Person("Grace", "New York", 85, 1.68),
            new Person("Kurt", "Vienna", 71, 1.70),
            new Person("Emmy", "Erlangen", 53, 1.60),
            new Person("John", "New York", 53, 1.75));

    private static void show(Object result) {
        System.out.println(result);
    }

    public static void main(String[] args) {
        Stream<Person> people = PEOPLE.stream();
        show(people.collect(Collectors.groupingBy(Person::town, TreeMap::new, Collectors.mapping(Person::name, Collectors.toList()))));
        show(PEOPLE.stream().collect(Collectors.groupingBy(p -> p.age() / 10, Collectors.counting())));
        show(PEOPLE.stream().collect(Collectors.groupingBy(Person::town)).get("Vienna"));
        show(PEOPLE.stream().collect(Collectors.partitioningBy(p -> p.age() > 50, Collectors.mapping(Person::name, Collectors.joining("+")))));
        show(PEOPLE.stream().collect(Collectors.partitioningBy(p -> p.age() > 100)));
        show(PEOPLE.stream().collect(Collectors.toMap(Person::name, Person::age)));
        show(PEOPLE.stream().collect(Collectors.toMap(Person::town, Person::age, Integer::sum, LinkedHashMap::new)));
        show(PEOPLE.stream().collect(Collectors.toMap(Person::town, Person::name, (a, b) -> a + "&" + b)));
        show(PEOPLE.stream().map(Person::town).collect(Collectors.toCollection(TreeSet::new)));
        show(PEOPLE.stream().map(Person::town).collect(Collectors.toCollection(LinkedHashSet::new)));
        show(PEOPLE.stream().map(Person::age).collect(Collectors.toCollection(LinkedList::new)));
        show(PEOPLE.stream().map(Person::town).collect(Collectors.toSet()));
        show(PEOPLE.stream().map(Person::name).collect(Collectors.joining()));
        show(PEOPLE.stream().map(Person::name).collect(Collectors.joining(", ", "<", ">")));
        show(PEOPLE.stream().collect(Collectors.summingInt(Person::age)));
        show(PEOPLE.stream().collect(Collectors.summingLong(Person::age)));
        show(PEOPLE.stream().collect(Collectors.summingDouble(Person::height)));
        show(PEOPLE.stream().collect(Collectors.averagingInt(Person::age)));
        show(PEOPLE.stream().collect(Collectors.averagingLong(Person::age)));
        show(PEOPLE.stream().collect(Collectors.averagingDouble(Person::height)));
        show(PEOPLE.stream().collect(Collectors.summarizingInt(Person::age)));
        show(PEOPLE.stream().collect(Collectors.summarizingLong(Person::age)));
        show(PEOPLE.stream().collect(Collectors.summarizingDouble(Person::height)));
        show(PEOPLE.stream().collect(Collectors.minBy(Comparator.comparing(Person::height))));
        show(PEOPLE.stream().collect(Collectors.maxBy(Comparator.comparing(Person::height))).map(Person::name));
        show(PEOPLE.stream().map(Person::age).collect(Collectors.reducing(0, Integer::sum)));
        show(PEOPLE.stream().collect(Collectors.reducing(1L, Person::age, (a, b) -> a.longValue() * b.longValue())));
        show(PEOPLE.stream().map(Person::name).collect(Collectors.reducing((a, b) -> b + a)));
        show(Stream.<String>empty().collect(Collectors.reducing((a, b) -> b + a)));
        show(PEOPLE.stream().collect(Collectors.filtering(p -> p.height() > 1.7, Collectors.counting())));
        show(PEOPLE.stream().collect(Collectors.flatMapping(p -> Stream.of(p.name(), p.town()), Collectors.toList())));
        show(PEOPLE.stream().collect(Collectors.collectingAndThen(Collectors.toList(), List::size)));
        show(PEOPLE.stream().collect(Collectors.teeing(Collectors.counting(), Collectors.averagingInt(Person::age), (n, a) -> n + "/" + a)));
        Map<Boolean, Map<String, Long>> nested = PEOPLE.stream().collect(Collectors.partitioningBy(
                p -> p.name().length() > 4, Collectors.groupingBy(Person::town, TreeMap::new, Collectors.counting())));
        show(nested + " " + nested.get(true));
        show(PEOPLE.stream().collect(Collectors.groupingByConcurrent(Person::age, Collectors.counting())).get(53));
        show(Stream.of("a", "bb", "cc").collect(Collectors.toConcurrentMap(String::length, Function.identity(), String::concat)));
        List<Integer> fixed = Stream.of(1, 2).collect(Collectors.toUnmodifiableList());
        try {
            fixed.add(3);
        } catch (UnsupportedOperationException e) {
            show("unmodifiable " + fixed);
        }
        show(Stream.of(5).collect(Collectors.toUnmodifiableSet()) + " " + Stream.of(6).collect(Collectors.toUnmodifiableMap(x -> x, x -> -x)));
        try {
            Stream.of("one", "two", "one").collect(Collectors.toMap(w -> w, String::length));
        } catch (IllegalStateException e) {
            show(e.getMessage());
        }
        try {
            Stream.of("one").collect(Collectors.groupingBy(w -> (String) null));
        } catch (NullPointerException e) {
            show(e.getMessage());
        }
        Collector<String, ?, String> own = Collector.of(
                StringBuilder::new, (b, s) -> b.append('<').append(s).append('>'), StringBuilder::append, StringBuilder::toString);
        show(Stream.of("p", "q").collect(own) + " " + own.characteristics());
        show(Collectors.toList().characteristics() + " " + Collectors.toSet().characteristics());
        List<List<Integer>> batches = Stream.of(1, 2, 3, 4, 5).collect(ArrayList::new, (all, x) -> {
            if (all.isEmpty() || all.get(all.size() - 1).size() == 2) {
                all.add(new ArrayList<>());
            }
            all.get(all.size() - 1).add(x);
        }, List::addAll);
        show(batches);
    }
}
