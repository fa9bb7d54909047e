package java.util;

import java.util.function.Predicate;

/** What is done with whole collections, and views of them. */
public class Collections {
    @SuppressWarnings("rawtypes")
    public static final List EMPTY_LIST = new FixedCollections.EmptyList<>();

    @SuppressWarnings("rawtypes")
    public static final Set EMPTY_SET = new FixedCollections.EmptySet<>();

    @SuppressWarnings("rawtypes")
    public static final Map EMPTY_MAP = new FixedCollections.EmptyMap<>();

    private Collections() {}

    public static <T extends Comparable<? super T>> void sort(List<T> list) {
        list.sort(null);
    }

    public static <T> void sort(List<T> list, Comparator<? super T> c) {
        list.sort(c);
    }

    /** The index found, or -(index to insert at) - 1. */
    public static <T> int binarySearch(List<? extends Comparable<? super T>> list, T key) {
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = list.get(middle).compareTo(key);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -(low + 1);
    }

    @SuppressWarnings("unchecked")
    public static <T> int binarySearch(List<? extends T> list, T key, Comparator<? super T> c) {
        if (c == null) {
            return binarySearch((List<? extends Comparable<? super T>>) list, key);
        }
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = c.compare(list.get(middle), key);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -(low + 1);
    }

    public static void reverse(List<?> list) {
        if (list instanceof RandomAccess) {
            for (int i = 0, j = list.size() - 1; i < j; i++, j--) {
                swap(list, i, j);
            }
        } else {
            Object[] elements = list.toArray();
            int last = elements.length - 1;
            for (int i = 0; i < elements.length >> 1; i++) {
                Object swapped = elements[i];
                elements[i] = elements[last - i];
                elements[last - i] = swapped;
            }
            write(elements, list);
        }
    }

    public static void shuffle(List<?> list) {
        shuffle(list, new Random());
    }

    /** From the last place down, each gets one of the elements up to it. */
    public static void shuffle(List<?> list, Random rnd) {
        int size = list.size();
        if (list instanceof RandomAccess || size < 5) {
            for (int i = size; i > 1; i--) {
                swap(list, i - 1, rnd.nextInt(i));
            }
        } else {
            Object[] elements = list.toArray();
            for (int i = size; i > 1; i--) {
                int j = rnd.nextInt(i);
                Object swapped = elements[i - 1];
                elements[i - 1] = elements[j];
                elements[j] = swapped;
            }
            write(elements, list);
        }
    }

    @SuppressWarnings("unchecked")
    private static void write(Object[] elements, List<?> list) {
        ListIterator<Object> each = ((List<Object>) list).listIterator();
        for (Object e : elements) {
            each.next();
            each.set(e);
        }
    }

    @SuppressWarnings("unchecked")
    public static void swap(List<?> list, int i, int j) {
        List<Object> any = (List<Object>) list;
        any.set(i, any.set(j, any.get(i)));
    }

    public static <T> void fill(List<? super T> list, T obj) {
        if (list instanceof RandomAccess) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, obj);
            }
        } else {
            ListIterator<? super T> each = list.listIterator();
            while (each.hasNext()) {
                each.next();
                each.set(obj);
            }
        }
    }

    public static <T> void copy(List<? super T> dest, List<? extends T> src) {
        if (src.size() > dest.size()) {
            throw new IndexOutOfBoundsException("Source does not fit in dest");
        }
        ListIterator<? super T> place = dest.listIterator();
        for (T e : src) {
            place.next();
            place.set(e);
        }
    }

    public static <T extends Object & Comparable<? super T>> T min(Collection<? extends T> coll) {
        Iterator<? extends T> each = coll.iterator();
        T least = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (next.compareTo(least) < 0) {
                least = next;
            }
        }
        return least;
    }

    public static <T> T min(Collection<? extends T> coll, Comparator<? super T> comp) {
        Comparator<? super T> order = comp == null ? Orders.<T>natural() : comp;
        Iterator<? extends T> each = coll.iterator();
        T least = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (order.compare(next, least) < 0) {
                least = next;
            }
        }
        return least;
    }

    public static <T extends Object & Comparable<? super T>> T max(Collection<? extends T> coll) {
        Iterator<? extends T> each = coll.iterator();
        T greatest = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (next.compareTo(greatest) > 0) {
                greatest = next;
            }
        }
        return greatest;
    }

    public static <T> T max(Collection<? extends T> coll, Comparator<? super T> comp) {
        Comparator<? super T> order = comp == null ? Orders.<T>natural() : comp;
        Iterator<? extends T> each = coll.iterator();
        T greatest = each.next();
        while (each.hasNext()) {
            T next = each.next();
            if (order.compare(next, greatest) > 0) {
                greatest = next;
            }
        }
        return greatest;
    }

    /** Moves each element {@code distance} places to the right, round the end. */
    public static void rotate(List<?> list, int distance) {
        int size = list.size();
        if (size == 0) {
            return;
        }
        int shift = Math.floorMod(distance, size);
        if (shift != 0) {
            Object[] elements = list.toArray();
            Object[] rotated = new Object[size];
            System.arraycopy(elements, 0, rotated, shift, size - shift);
            System.arraycopy(elements, size - shift, rotated, 0, shift);
            write(rotated, list);
        }
    }

    public static <T> boolean replaceAll(List<T> list, T oldVal, T newVal) {
        boolean changed = false;
        ListIterator<T> each = list.listIterator();
        while (each.hasNext()) {
            if (Objects.equals(oldVal, each.next())) {
                each.set(newVal);
                changed = true;
            }
        }
        return changed;
    }

    public static int indexOfSubList(List<?> source, List<?> target) {
        int last = source.size() - target.size();
        for (int i = 0; i <= last; i++) {
            if (source.subList(i, i + target.size()).equals(target)) {
                return i;
            }
        }
        return -1;
    }

    public static int lastIndexOfSubList(List<?> source, List<?> target) {
        for (int i = source.size() - target.size(); i >= 0; i--) {
            if (source.subList(i, i + target.size()).equals(target)) {
                return i;
            }
        }
        return -1;
    }

    // Views that cannot be changed.

    public static <T> Collection<T> unmodifiableCollection(Collection<? extends T> c) {
        return new GuardedViews.OfCollection<>(c, GuardedViews.READ_ONLY);
    }

    public static <T> Set<T> unmodifiableSet(Set<? extends T> s) {
        return new GuardedViews.OfSet<>(s, GuardedViews.READ_ONLY);
    }

    public static <T> SortedSet<T> unmodifiableSortedSet(SortedSet<T> s) {
        return new GuardedViews.OfSortedSet<>(s, GuardedViews.READ_ONLY);
    }

    public static <T> NavigableSet<T> unmodifiableNavigableSet(NavigableSet<T> s) {
        return new GuardedViews.OfNavigableSet<>(s, GuardedViews.READ_ONLY);
    }

    public static <T> List<T> unmodifiableList(List<? extends T> list) {
        return GuardedViews.list(list, GuardedViews.READ_ONLY);
    }

    public static <K, V> Map<K, V> unmodifiableMap(Map<? extends K, ? extends V> m) {
        return new GuardedViews.OfMap<>(m, GuardedViews.READ_ONLY);
    }

    public static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, ? extends V> m) {
        return new GuardedViews.OfSortedMap<>(m, GuardedViews.READ_ONLY);
    }

    public static <K, V> NavigableMap<K, V> unmodifiableNavigableMap(NavigableMap<K, ? extends V> m) {
        return new GuardedViews.OfNavigableMap<>(m, GuardedViews.READ_ONLY);
    }

    // Views that take a lock for each call; who iterates takes it himself.

    public static <T> Collection<T> synchronizedCollection(Collection<T> c) {
        return new SynchronizedViews.OfCollection<>(c, null);
    }

    public static <T> Set<T> synchronizedSet(Set<T> s) {
        return new SynchronizedViews.OfSet<>(s, null);
    }

    public static <T> SortedSet<T> synchronizedSortedSet(SortedSet<T> s) {
        return new SynchronizedViews.OfSortedSet<>(s, null);
    }

    public static <T> NavigableSet<T> synchronizedNavigableSet(NavigableSet<T> s) {
        return new SynchronizedViews.OfNavigableSet<>(s, null);
    }

    public static <T> List<T> synchronizedList(List<T> list) {
        return SynchronizedViews.list(list, null);
    }

    public static <K, V> Map<K, V> synchronizedMap(Map<K, V> m) {
        return new SynchronizedViews.OfMap<>(m, null);
    }

    public static <K, V> SortedMap<K, V> synchronizedSortedMap(SortedMap<K, V> m) {
        return new SynchronizedViews.OfSortedMap<>(m, null);
    }

    public static <K, V> NavigableMap<K, V> synchronizedNavigableMap(NavigableMap<K, V> m) {
        return new SynchronizedViews.OfNavigableMap<>(m, null);
    }

    /** A view with a given lock. */
    static <T> Collection<T> synchronizedCollection(Collection<T> c, Object mutex) {
        return new SynchronizedViews.OfCollection<>(c, mutex);
    }

    static <T> Set<T> synchronizedSet(Set<T> s, Object mutex) {
        return new SynchronizedViews.OfSet<>(s, mutex);
    }

    // Views that check the class of what goes in.

    public static <E> Collection<E> checkedCollection(Collection<E> c, Class<E> type) {
        return new GuardedViews.OfCollection<>(c, new GuardedViews.ElementType(type));
    }

    public static <E> Queue<E> checkedQueue(Queue<E> queue, Class<E> type) {
        return new GuardedViews.OfQueue<>(queue, new GuardedViews.ElementType(type));
    }

    public static <E> Set<E> checkedSet(Set<E> s, Class<E> type) {
        return new GuardedViews.OfSet<>(s, new GuardedViews.ElementType(type));
    }

    public static <E> SortedSet<E> checkedSortedSet(SortedSet<E> s, Class<E> type) {
        return new GuardedViews.OfSortedSet<>(s, new GuardedViews.ElementType(type));
    }

    public static <E> NavigableSet<E> checkedNavigableSet(NavigableSet<E> s, Class<E> type) {
        return new GuardedViews.OfNavigableSet<>(s, new GuardedViews.ElementType(type));
    }

    public static <E> List<E> checkedList(List<E> list, Class<E> type) {
        return GuardedViews.list(list, new GuardedViews.ElementType(type));
    }

    public static <K, V> Map<K, V> checkedMap(Map<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new GuardedViews.OfMap<>(m, new GuardedViews.EntryType(keyType, valueType));
    }

    public static <K, V> SortedMap<K, V> checkedSortedMap(SortedMap<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new GuardedViews.OfSortedMap<>(m, new GuardedViews.EntryType(keyType, valueType));
    }

    public static <K, V> NavigableMap<K, V> checkedNavigableMap(
            NavigableMap<K, V> m, Class<K> keyType, Class<V> valueType) {
        return new GuardedViews.OfNavigableMap<>(m, new GuardedViews.EntryType(keyType, valueType));
    }

    // Collections of no element, one, or one many times.

    public static <T> Iterator<T> emptyIterator() {
        return Collections.<T>emptyList().iterator();
    }

    public static <T> ListIterator<T> emptyListIterator() {
        return Collections.<T>emptyList().listIterator();
    }

    public static <T> Enumeration<T> emptyEnumeration() {
        return enumeration(Collections.<T>emptyList());
    }

    @SuppressWarnings("unchecked")
    public static final <T> Set<T> emptySet() {
        return (Set<T>) EMPTY_SET;
    }

    public static <E> SortedSet<E> emptySortedSet() {
        return emptyNavigableSet();
    }

    public static <E> NavigableSet<E> emptyNavigableSet() {
        return unmodifiableNavigableSet(new TreeSet<E>());
    }

    @SuppressWarnings("unchecked")
    public static final <T> List<T> emptyList() {
        return (List<T>) EMPTY_LIST;
    }

    @SuppressWarnings("unchecked")
    public static final <K, V> Map<K, V> emptyMap() {
        return (Map<K, V>) EMPTY_MAP;
    }

    public static final <K, V> SortedMap<K, V> emptySortedMap() {
        return emptyNavigableMap();
    }

    public static final <K, V> NavigableMap<K, V> emptyNavigableMap() {
        return unmodifiableNavigableMap(new TreeMap<K, V>());
    }

    public static <T> Set<T> singleton(T o) {
        return new FixedCollections.SingletonSet<>(o);
    }

    public static <T> List<T> singletonList(T o) {
        return new FixedCollections.SingletonList<>(o);
    }

    public static <K, V> Map<K, V> singletonMap(K key, V value) {
        return new FixedCollections.SingletonMap<>(key, value);
    }

    public static <T> List<T> nCopies(int n, T o) {
        if (n < 0) {
            throw new IllegalArgumentException("List length = " + n);
        }
        return new FixedCollections.Copies<>(n, o);
    }

    public static <T> Comparator<T> reverseOrder() {
        return Orders.reverse();
    }

    public static <T> Comparator<T> reverseOrder(Comparator<T> cmp) {
        return Orders.reversed(cmp);
    }

    public static <T> Enumeration<T> enumeration(Collection<T> c) {
        return enumeration(c.iterator());
    }

    static <T> Enumeration<T> enumeration(Iterator<T> each) {
        return new Enumeration<T>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public T nextElement() {
                return each.next();
            }
        };
    }

    public static <T> ArrayList<T> list(Enumeration<T> e) {
        ArrayList<T> list = new ArrayList<>();
        while (e.hasMoreElements()) {
            list.add(e.nextElement());
        }
        return list;
    }

    public static int frequency(Collection<?> c, Object o) {
        int count = 0;
        for (Object e : c) {
            if (Objects.equals(o, e)) {
                count++;
            }
        }
        return count;
    }

    /** Asks the collection that finds faster about the elements of the other. */
    public static boolean disjoint(Collection<?> c1, Collection<?> c2) {
        Collection<?> asked = c2;
        Collection<?> walked = c1;
        if (c1 instanceof Set) {
            asked = c1;
            walked = c2;
        } else if (!(c2 instanceof Set)) {
            if (c1.isEmpty() || c2.isEmpty()) {
                return true;
            }
            if (c1.size() > c2.size()) {
                asked = c1;
                walked = c2;
            }
        }
        for (Object e : walked) {
            if (asked.contains(e)) {
                return false;
            }
        }
        return true;
    }

    @SafeVarargs
    public static <T> boolean addAll(Collection<? super T> c, T... elements) {
        boolean changed = false;
        for (T e : elements) {
            changed |= c.add(e);
        }
        return changed;
    }

    public static <E> Set<E> newSetFromMap(Map<E, Boolean> map) {
        if (!map.isEmpty()) {
            throw new IllegalArgumentException("Map is non-empty");
        }
        return new SetFromMap<>(map);
    }

    public static <T> Queue<T> asLifoQueue(Deque<T> deque) {
        return new LifoQueue<>(Objects.requireNonNull(deque));
    }

    private static final class SetFromMap<E> extends AbstractSet<E> implements Set<E>, java.io.Serializable {
        private final Map<E, Boolean> map;

        SetFromMap(Map<E, Boolean> map) {
            this.map = map;
        }

        @Override
        public void clear() {
            map.clear();
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public boolean contains(Object o) {
            return map.containsKey(o);
        }

        @Override
        public boolean remove(Object o) {
            return map.remove(o) != null;
        }

        @Override
        public boolean add(E e) {
            return map.put(e, Boolean.TRUE) == null;
        }

        @Override
        public Iterator<E> iterator() {
            return map.keySet().iterator();
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            return map.keySet().removeIf(filter);
        }

        @Override
        public boolean removeAll(Collection<?> c) {
            return map.keySet().removeAll(c);
        }

        @Override
        public boolean retainAll(Collection<?> c) {
            return map.keySet().retainAll(c);
        }
    }

    private static final class LifoQueue<E> extends AbstractQueue<E> implements java.io.Serializable {
        private final Deque<E> deque;

        LifoQueue(Deque<E> deque) {
            this.deque = deque;
        }

        @Override
        public boolean add(E e) {
            deque.addFirst(e);
            return true;
        }

        @Override
        public boolean offer(E e) {
            return deque.offerFirst(e);
        }

        @Override
        public E poll() {
            return deque.poll();
        }

        @Override
        public E remove() {
            return deque.remove();
        }

        @Override
        public E peek() {
            return deque.peek();
        }

        @Override
        public E element() {
            return deque.element();
        }

        @Override
        public int size() {
            return deque.size();
        }

        @Override
        public Iterator<E> iterator() {
            return deque.iterator();
        }

        @Override
        public void clear() {
            deque.clear();
        }
    }
}
