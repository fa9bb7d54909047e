package java.util.stream;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** The usual collectors. */
@SuppressWarnings("unchecked")
public final class Collectors {
    private Collectors() {}

    /** A container that is the result. */
    private static <T, R> Collector<T, ?, R> plain(
            Supplier<R> supplier, BiConsumer<R, T> accumulator, BinaryOperator<R> combiner) {
        return Collector.of(supplier, accumulator, combiner);
    }

    /** A container of which the finisher makes the result. */
    private static <T, A, R> Collector<T, ?, R> finished(
            Supplier<A> supplier, BiConsumer<A, T> accumulator, BinaryOperator<A> combiner, Function<A, R> finisher) {
        return Collector.of(supplier, accumulator, combiner, finisher);
    }

    private static <C extends Collection<?>> C addAll(C left, C right) {
        ((Collection<Object>) left).addAll(right);
        return left;
    }

    public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> collectionFactory) {
        return plain(collectionFactory, C::add, Collectors::addAll);
    }

    public static <T> Collector<T, ?, List<T>> toList() {
        return plain(ArrayList::new, List::add, Collectors::addAll);
    }

    public static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
        return finished(ArrayList<T>::new, List::add, Collectors::addAll, list -> (List<T>) List.of(list.toArray()));
    }

    public static <T> Collector<T, ?, Set<T>> toSet() {
        return Collector.of(HashSet::new, Set::add, Collectors::addAll, Collector.Characteristics.UNORDERED);
    }

    public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
        return Collector.of(
                HashSet<T>::new,
                Set::add,
                Collectors::addAll,
                set -> (Set<T>) Set.of(set.toArray()),
                Collector.Characteristics.UNORDERED);
    }

    public static Collector<CharSequence, ?, String> joining() {
        return joining("");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence delimiter) {
        return joining(delimiter, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(
            CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        return finished(
                () -> new StringJoiner(delimiter, prefix, suffix),
                StringJoiner::add,
                StringJoiner::merge,
                StringJoiner::toString);
    }

    public static <T, U, A, R> Collector<T, ?, R> mapping(
            Function<? super T, ? extends U> mapper, Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> into = downstream.accumulator();
        return over(downstream, (a, t) -> into.accept(a, mapper.apply(t)));
    }

    public static <T, U, A, R> Collector<T, ?, R> flatMapping(
            Function<? super T, ? extends Stream<? extends U>> mapper, Collector<? super U, A, R> downstream) {
        BiConsumer<A, ? super U> into = downstream.accumulator();
        return over(downstream, (a, t) -> {
            try (Stream<? extends U> inner = mapper.apply(t)) {
                if (inner != null) {
                    inner.sequential().forEach(u -> into.accept(a, u));
                }
            }
        });
    }

    public static <T, A, R> Collector<T, ?, R> filtering(
            Predicate<? super T> predicate, Collector<? super T, A, R> downstream) {
        BiConsumer<A, ? super T> into = downstream.accumulator();
        return over(downstream, (a, t) -> {
            if (predicate.test(t)) {
                into.accept(a, t);
            }
        });
    }

    /** As {@code downstream} with another way to take elements. */
    private static <T, U, A, R> Collector<T, ?, R> over(Collector<U, A, R> downstream, BiConsumer<A, T> accumulator) {
        return new CollectorParts<>(
                downstream.supplier(),
                accumulator,
                downstream.combiner(),
                downstream.finisher(),
                downstream.characteristics());
    }

    public static <T, A, R, RR> Collector<T, A, RR> collectingAndThen(
            Collector<T, A, R> downstream, Function<R, RR> finisher) {
        Set<Collector.Characteristics> kept = EnumSet.noneOf(Collector.Characteristics.class);
        kept.addAll(downstream.characteristics());
        kept.remove(Collector.Characteristics.IDENTITY_FINISH);
        return new CollectorParts<>(
                downstream.supplier(),
                downstream.accumulator(),
                downstream.combiner(),
                downstream.finisher().andThen(finisher),
                Collections.unmodifiableSet(kept));
    }

    public static <T> Collector<T, ?, Long> counting() {
        return summingLong(e -> 1L);
    }

    public static <T> Collector<T, ?, Optional<T>> minBy(Comparator<? super T> comparator) {
        return reducing(BinaryOperator.minBy(comparator));
    }

    public static <T> Collector<T, ?, Optional<T>> maxBy(Comparator<? super T> comparator) {
        return reducing(BinaryOperator.maxBy(comparator));
    }

    public static <T> Collector<T, ?, Integer> summingInt(ToIntFunction<? super T> mapper) {
        return finished(
                () -> new int[1],
                (sum, t) -> sum[0] += mapper.applyAsInt(t),
                (left, right) -> {
                    left[0] += right[0];
                    return left;
                },
                sum -> sum[0]);
    }

    public static <T> Collector<T, ?, Long> summingLong(ToLongFunction<? super T> mapper) {
        return finished(
                () -> new long[1],
                (sum, t) -> sum[0] += mapper.applyAsLong(t),
                (left, right) -> {
                    left[0] += right[0];
                    return left;
                },
                sum -> sum[0]);
    }

    public static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> mapper) {
        return collectingAndThen(summarizingDouble(mapper), DoubleSummaryStatistics::getSum);
    }

    public static <T> Collector<T, ?, Double> averagingInt(ToIntFunction<? super T> mapper) {
        return collectingAndThen(summarizingLong(e -> mapper.applyAsInt(e)), LongSummaryStatistics::getAverage);
    }

    public static <T> Collector<T, ?, Double> averagingLong(ToLongFunction<? super T> mapper) {
        return collectingAndThen(summarizingLong(mapper), LongSummaryStatistics::getAverage);
    }

    public static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> mapper) {
        return collectingAndThen(summarizingDouble(mapper), DoubleSummaryStatistics::getAverage);
    }

    public static <T> Collector<T, ?, IntSummaryStatistics> summarizingInt(ToIntFunction<? super T> mapper) {
        return plain(
                IntSummaryStatistics::new,
                (all, t) -> all.accept(mapper.applyAsInt(t)),
                (left, right) -> {
                    left.combine(right);
                    return left;
                });
    }

    public static <T> Collector<T, ?, LongSummaryStatistics> summarizingLong(ToLongFunction<? super T> mapper) {
        return plain(
                LongSummaryStatistics::new,
                (all, t) -> all.accept(mapper.applyAsLong(t)),
                (left, right) -> {
                    left.combine(right);
                    return left;
                });
    }

    public static <T> Collector<T, ?, DoubleSummaryStatistics> summarizingDouble(ToDoubleFunction<? super T> mapper) {
        return plain(
                DoubleSummaryStatistics::new,
                (all, t) -> all.accept(mapper.applyAsDouble(t)),
                (left, right) -> {
                    left.combine(right);
                    return left;
                });
    }

    public static <T> Collector<T, ?, T> reducing(T identity, BinaryOperator<T> op) {
        return reducing(identity, e -> e, op);
    }

    public static <T, U> Collector<T, ?, U> reducing(
            U identity, Function<? super T, ? extends U> mapper, BinaryOperator<U> op) {
        return finished(
                () -> new Object[] {identity},
                (value, t) -> value[0] = op.apply((U) value[0], mapper.apply(t)),
                (left, right) -> {
                    left[0] = op.apply((U) left[0], (U) right[0]);
                    return left;
                },
                value -> (U) value[0]);
    }

    /** A value that may be missing. */
    private static final class Maybe<T> {
        T value;
        boolean present;

        void fold(BinaryOperator<T> op, T other) {
            value = present ? op.apply(value, other) : other;
            present = true;
        }
    }

    public static <T> Collector<T, ?, Optional<T>> reducing(BinaryOperator<T> op) {
        return finished(
                Maybe<T>::new,
                (maybe, t) -> maybe.fold(op, t),
                (left, right) -> {
                    if (right.present) {
                        left.fold(op, right.value);
                    }
                    return left;
                },
                maybe -> Optional.ofNullable(maybe.value));
    }

    public static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(Function<? super T, ? extends K> classifier) {
        return groupingBy(classifier, toList());
    }

    public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
            Function<? super T, ? extends K> classifier, Collector<? super T, A, D> downstream) {
        return groupingBy(classifier, HashMap::new, downstream);
    }

    public static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> groupingBy(
            Function<? super T, ? extends K> classifier,
            Supplier<M> mapFactory,
            Collector<? super T, A, D> downstream) {
        Supplier<A> container = downstream.supplier();
        BiConsumer<A, ? super T> into = downstream.accumulator();
        BinaryOperator<A> combiner = downstream.combiner();
        Function<A, A> finisher = (Function<A, A>) downstream.finisher();
        return finished(
                (Supplier<Map<K, A>>) (Supplier<?>) mapFactory,
                (map, t) -> {
                    K key = Objects.requireNonNull(classifier.apply(t), "element cannot be mapped to a null key");
                    into.accept(map.computeIfAbsent(key, k -> container.get()), t);
                },
                (left, right) -> mergeAll(left, right, combiner),
                map -> {
                    map.replaceAll((key, value) -> finisher.apply(value));
                    return (M) map;
                });
    }

    private static <K, V, M extends Map<K, V>> M mergeAll(M left, M right, BinaryOperator<V> merge) {
        right.forEach((key, value) -> left.merge(key, value, merge));
        return left;
    }

    public static <T, K> Collector<T, ?, ConcurrentMap<K, List<T>>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier) {
        return groupingBy(classifier, ConcurrentHashMap::new, toList());
    }

    public static <T, K, A, D> Collector<T, ?, ConcurrentMap<K, D>> groupingByConcurrent(
            Function<? super T, ? extends K> classifier, Collector<? super T, A, D> downstream) {
        return groupingBy(classifier, ConcurrentHashMap::new, downstream);
    }

    public static <T, K, A, D, M extends ConcurrentMap<K, D>> Collector<T, ?, M> groupingByConcurrent(
            Function<? super T, ? extends K> classifier,
            Supplier<M> mapFactory,
            Collector<? super T, A, D> downstream) {
        return groupingBy(classifier, mapFactory, downstream);
    }

    /** Two values, for false and for true. */
    private static final class Partition<T> extends AbstractMap<Boolean, T> {
        T forFalse;
        T forTrue;

        Partition(T forFalse, T forTrue) {
            this.forFalse = forFalse;
            this.forTrue = forTrue;
        }

        @Override
        public Set<Map.Entry<Boolean, T>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<Boolean, T>> iterator() {
                    return List.<Map.Entry<Boolean, T>>of(
                                    new SimpleImmutableEntry<>(false, forFalse),
                                    new SimpleImmutableEntry<>(true, forTrue))
                            .iterator();
                }

                @Override
                public int size() {
                    return 2;
                }
            };
        }
    }

    public static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(Predicate<? super T> predicate) {
        return partitioningBy(predicate, toList());
    }

    public static <T, D, A> Collector<T, ?, Map<Boolean, D>> partitioningBy(
            Predicate<? super T> predicate, Collector<? super T, A, D> downstream) {
        Supplier<A> container = downstream.supplier();
        BiConsumer<A, ? super T> into = downstream.accumulator();
        BinaryOperator<A> combiner = downstream.combiner();
        Function<A, D> finisher = downstream.finisher();
        return finished(
                () -> new Partition<A>(container.get(), container.get()),
                (parts, t) -> into.accept(predicate.test(t) ? parts.forTrue : parts.forFalse, t),
                (left, right) -> new Partition<A>(
                        combiner.apply(left.forFalse, right.forFalse), combiner.apply(left.forTrue, right.forTrue)),
                parts -> new Partition<D>(finisher.apply(parts.forFalse), finisher.apply(parts.forTrue)));
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toMap(
            Function<? super T, ? extends K> keyMapper, Function<? super T, ? extends U> valueMapper) {
        return toUniqueMap(keyMapper, valueMapper, HashMap::new);
    }

    private static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> toUniqueMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            Supplier<M> mapFactory) {
        return plain(
                mapFactory,
                (map, t) -> {
                    K key = keyMapper.apply(t);
                    putUnique(map, key, Objects.requireNonNull(valueMapper.apply(t)));
                },
                (left, right) -> {
                    right.forEach((key, value) -> putUnique(left, key, value));
                    return left;
                });
    }

    private static <K, V> void putUnique(Map<K, V> map, K key, V value) {
        V before = map.putIfAbsent(key, value);
        if (before != null) {
            throw new IllegalStateException(
                    "Duplicate key " + key + " (attempted merging values " + before + " and " + value + ")");
        }
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> keyMapper, Function<? super T, ? extends U> valueMapper) {
        Objects.requireNonNull(keyMapper, "keyMapper");
        Objects.requireNonNull(valueMapper, "valueMapper");
        return collectingAndThen(toMap(keyMapper, valueMapper), Map::copyOf);
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            BinaryOperator<U> mergeFunction) {
        return toMap(keyMapper, valueMapper, mergeFunction, HashMap::new);
    }

    public static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            BinaryOperator<U> mergeFunction) {
        Objects.requireNonNull(keyMapper, "keyMapper");
        Objects.requireNonNull(valueMapper, "valueMapper");
        Objects.requireNonNull(mergeFunction, "mergeFunction");
        return collectingAndThen(toMap(keyMapper, valueMapper, mergeFunction), Map::copyOf);
    }

    public static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> toMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            BinaryOperator<U> mergeFunction,
            Supplier<M> mapFactory) {
        return plain(
                mapFactory,
                (map, t) -> map.merge(keyMapper.apply(t), valueMapper.apply(t), mergeFunction),
                (left, right) -> mergeAll(left, right, mergeFunction));
    }

    public static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(
            Function<? super T, ? extends K> keyMapper, Function<? super T, ? extends U> valueMapper) {
        return toUniqueMap(keyMapper, valueMapper, ConcurrentHashMap::new);
    }

    public static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            BinaryOperator<U> mergeFunction) {
        return toMap(keyMapper, valueMapper, mergeFunction, ConcurrentHashMap::new);
    }

    public static <T, K, U, M extends ConcurrentMap<K, U>> Collector<T, ?, M> toConcurrentMap(
            Function<? super T, ? extends K> keyMapper,
            Function<? super T, ? extends U> valueMapper,
            BinaryOperator<U> mergeFunction,
            Supplier<M> mapFactory) {
        return toMap(keyMapper, valueMapper, mergeFunction, mapFactory);
    }

    /** What two collectors make of the same elements, made one. */
    public static <T, R1, R2, R> Collector<T, ?, R> teeing(
            Collector<? super T, ?, R1> downstream1,
            Collector<? super T, ?, R2> downstream2,
            BiFunction<? super R1, ? super R2, R> merger) {
        return tee((Collector<T, Object, R1>) downstream1, (Collector<T, Object, R2>) downstream2, merger);
    }

    private static <T, R1, R2, R> Collector<T, ?, R> tee(
            Collector<T, Object, R1> one, Collector<T, Object, R2> two, BiFunction<? super R1, ? super R2, R> merger) {
        return finished(
                () -> new Object[] {one.supplier().get(), two.supplier().get()},
                (both, t) -> {
                    one.accumulator().accept(both[0], t);
                    two.accumulator().accept(both[1], t);
                },
                (left, right) -> {
                    left[0] = one.combiner().apply(left[0], right[0]);
                    left[1] = two.combiner().apply(left[1], right[1]);
                    return left;
                },
                both -> merger.apply(one.finisher().apply(both[0]), two.finisher().apply(both[1])));
    }
}
