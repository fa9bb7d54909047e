import java.util.*;

/** Collections at their limits and in their views. */
public class CollectionCorners {
    static void p(Object o) {
        System.out.println(o);
    }

    interface T {
        Object go() throws Throwable;
    }

    static void t(T r) {
        try {
            p(r.go());
        } catch (Throwable e) {
            p(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    enum E {
        A, B, C, D, E
    }

    public static void main(String[] x) {
        List<Integer> l = new ArrayList<>(List.of(5, 3, 8, 1));
        t(() -> l.get(4));
        t(() -> l.set(-1, 0));
        t(() -> {
            l.add(6, 1);
            return 0;
        });
        t(() -> l.remove(9));
        t(() -> l.subList(2, 1));
        t(() -> l.subList(0, 9));
        t(() -> l.listIterator(7));
        t(() -> List.of(1, 2).get(2));
        t(() -> List.of(1).set(0, 2));
        t(() -> List.of(1, null));
        t(() -> List.of(1, 2).contains(null));
        t(() -> Arrays.asList(1, 2).add(3));
        t(() -> Arrays.asList(1, 2).get(2));
        t(() -> Collections.emptyList().get(0));
        t(() -> Collections.unmodifiableList(l).add(1));
        t(() -> new ArrayList<>(-1));
        t(() -> new LinkedList<>().getFirst());
        t(() -> new LinkedList<>().remove());
        t(() -> new ArrayDeque<>().pop());
        t(() -> {
            new ArrayDeque<>().add(null);
            return 0;
        });
        t(() -> new PriorityQueue<Object>(List.of(new Object(), new Object())));
        t(() -> new PriorityQueue<>().remove());
        t(() -> new PriorityQueue<>().element());
        t(() -> new TreeMap<Object, Object>().firstKey());
        t(() -> new TreeMap<Object, Object>(Map.of(1, 2)).put("a", 1));
        t(() -> new TreeSet<Object>().first());
        t(() -> new HashMap<Object, Object>().entrySet().iterator().next());
        t(() -> new ArrayList<>().iterator().next());
        t(() -> {
            var it = l.iterator();
            it.remove();
            return 0;
        });
        t(() -> {
            for (Integer i:l) l.remove(i);
            return 0;
        });
        t(() -> {
            Map<String, Integer> m = new HashMap<>(Map.of("a", 1, "b", 2));
            for (String k:m.keySet()) m.put(k + "x", 1);
            return 0;
        });
        t(() -> new Stack<>().pop());
        t(() -> new Stack<>().peek());
        t(() -> new Vector<>().elementAt(0));
        t(() -> new Vector<>().firstElement());
        t(() -> new Vector<>(List.of(1)).get(1));
        t(() -> Map.of("a", 1, "a", 2));
        t(() -> Set.of(1, 1));
        t(() -> Map.of(1, 2).put(1, 2));
        t(() -> Map.entry("k", "v") + " " + new AbstractMap.SimpleEntry<>("a", 1));
        t(() -> Collections.nCopies(-1, ""));
        t(() -> Collections.max(List.<Integer>of()));
        t(() -> Collections.singletonList(1).remove(0));
        t(() -> EnumSet.range(E.D, E.B));
        t(() -> EnumSet.copyOf(List.<E>of()));
        t(() -> Objects.checkIndex(5, 3));
        t(() -> Objects.requireNonNullElse(null, null));
        t(() -> Objects.checkFromToIndex(2, 1, 5));
        t(() -> Objects.checkFromIndexSize(2, 9, 5));
        t(() -> l.toArray(new String[0]));
        t(() -> {
            Iterator<Integer> it = List.of(1).iterator();
            it.next();
            it.next();
            return 0;
        });
        t(() -> new Scanner("").next());
        t(() -> new StringTokenizer("").nextToken());
        t(() -> {
            ListIterator<Integer> li = l.listIterator();
            li.set(1);
            return 0;
        });
        t(() -> Collections.list(new StringTokenizer("a b")).toString());
        t(() -> new BitSet(-1));
        t(() -> {
            new BitSet().set(-1);
            return 0;
        });
        t(() -> {
            new BitSet().set(3, 1);
            return 0;
        });
        t(() -> Arrays.copyOfRange(new int[3], 2, 1));
        t(() -> Arrays.copyOf(new int[3], -1));
        t(() -> {
            Arrays.fill(new int[3], 1, 5, 0);
            return 0;
        });
        t(() -> {
            Arrays.sort(new Object[]{1, "a"});
            return 0;
        });
        t(() -> {
            Arrays.sort(new Object[]{new Object(), new Object()});
            return 0;
        });
        t(() -> new Random().nextInt(0));
        t(() -> new Random().ints(-1));
        t(() -> Collections.checkedList(new ArrayList(), String.class).add(1));
        t(() -> Collections.addAll(new ArrayList<>(), 1, 2));
        t(() -> UUIDless());
        p(EnumSet.complementOf(EnumSet.of(E.A, E.C)) + " " + EnumSet.allOf(E.class) + " "
                + new EnumMap<>(Map.of(E.B, 1, E.A, 2)));
        TreeMap<Integer, String> tm = new TreeMap<>();
        for (int i = 0; i<10; i++) tm.put(i * 10, "v" + i);
        p(tm.floorKey(35) + " " + tm.ceilingKey(35) + " " + tm.higherKey(40) + " " + tm.lowerKey(40) + " "
                + tm.headMap(30) + " " + tm.tailMap(70, false) + " " + tm.subMap(20, true, 40, true) + " "
                + tm.descendingMap().firstKey() + " " + tm.pollFirstEntry() + " " + tm.lastEntry() + " "
                + tm.firstEntry().getValue() + " " + tm.floorEntry(5) + " " + tm.navigableKeySet().headSet(30, true));
        t(() -> tm.headMap(30).put(50, "x"));
        t(() -> tm.firstEntry().setValue("q"));
        t(() -> tm.subMap(5, 1));
        PriorityQueue<Integer> pq = new PriorityQueue<>(Comparator.reverseOrder());
        pq.addAll(List.of(5, 1, 9, 3, 7, 2));
        p(pq + " " + pq.poll() + " " + pq.poll() + " " + pq);
        ArrayDeque<Integer> ad = new ArrayDeque<>();
        for (int i = 0; i<20; i++) {
            ad.addLast(i);
            if (i % 3 == 0) ad.pollFirst();
        }
        p(ad + " " + ad.peekLast());
        ad.removeFirstOccurrence(10);
        ad.removeIf(i -> i % 2 == 0);
        p(ad);
        LinkedList<Integer> ll = new LinkedList<>(List.of(1, 2, 3));
        ll.add(1, 9);
        ll.addFirst(0);
        ll.removeLastOccurrence(2);
        p(ll + " " + ll.indexOf(9) + " " + ll.peekLast());
        ListIterator<Integer> li = ll.listIterator();
        while (li.hasNext()) {
            int v = li.next();
            if (v == 9) li.set(10);
            if (v == 1) li.add(11);
            if (v == 0) li.remove();
        }
        p(ll);
        while (li.hasPrevious()) System.out.print(li.previous() + " ");
        p("");
        List<Integer> s = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
        Collections.rotate(s, 2);
        p(s);
        Collections.swap(s, 0, 6);
        p(s);
        Collections.shuffle(s, new Random(7));
        p(s);
        Collections.reverse(s);
        p(s);
        p(Collections.binarySearch(List.of(1, 3, 5), 4) + " " + Collections.frequency(List.of(1, 1, 2), 1) + " "
                + Collections.disjoint(List.of(1), List.of(2)) + " " + Collections.indexOfSubList(List.of(1, 2,
                3, 2, 3), List.of(2, 3)) + " " + Collections.lastIndexOfSubList(List.of(1,
                2, 3, 2, 3), List.of(2, 3)));
        s.subList(1, 4).clear();
        p(s);
        s.replaceAll(i -> i * 2);
        s.removeIf(i -> i>10);
        s.sort(null);
        p(s + " " + s.hashCode() + " " + s.equals(new LinkedList<>(s)));
        p(Arrays.asList(1, null, "a") + " " + Arrays.deepToString(new Object[]{1, new int[]{2,
                3}, new String[][]{{"x"}, null}}) + " " + Arrays.hashCode(new int[]{1, 2}) + " "
                + Arrays.equals(new int[]{1}, new int[]{1}) + " " + Arrays.compare(new int[]{1, 2}, new int[]{1, 3})
                + " " + Arrays.mismatch(new int[]{1, 2}, new int[]{1, 3}) + " " + Arrays.toString((int[])null));
        Object[] self = new Object[2];
        self[0] = self;
        p(Arrays.deepToString(self));
        List<Object> sl = new ArrayList<>();
        sl.add(sl);
        p(sl);
        Map<Object, Object> sm = new HashMap<>();
        sm.put("me", sm);
        p(sm);
        Map<String, Integer> m = new HashMap<>();
        for (String w:"the quick brown fox jumps over the lazy dog the end".split(" ")) m.merge(w, 1, Integer::sum);
        p(m);
        m.computeIfAbsent("new", k -> k.length());
        m.computeIfPresent("the", (k, v) -> null);
        m.compute("dog", (k, v) -> v == null ? 1:v + 10);
        m.putIfAbsent("fox", 99);
        m.replaceAll((k, v) -> v * 2);
        p(m + " " + m.getOrDefault("zip", -1) + " " + m.remove("dog", 5) + " " + m.replace("fox", 2, 3) + " "
                + m.entrySet().contains(Map.entry("fox", 3)) + " " + m.values().stream().mapToInt(i -> i).sum()
                + " " + m.keySet().retainAll(Set.of("fox", "new")) + " " + m + " " + m.hashCode() + " "
                + m.equals(Map.of("new", 6, "fox", 3)));
        LinkedHashMap<String, Integer> lru = new LinkedHashMap<>(16, 0.75f, true) {
            protected boolean removeEldestEntry(Map.Entry<String, Integer> e) {
                return size()>3;
            }
        };
        for (String k:"a b c a d e".split(" ")) lru.put(k, lru.getOrDefault(k, 0) + 1);
        p(lru);
        IdentityHashMap<String, Integer> ih = new IdentityHashMap<>();
        ih.put(new String("a"), 1);
        ih.put(new String("a"), 2);
        p(ih.size());
        Hashtable<Integer, String> ht = new Hashtable<>();
        for (int i = 0; i<15; i++) ht.put(i * 7, "h" + i);
        p(ht);
        Properties pr = new Properties();
        pr.setProperty("b", "2");
        pr.setProperty("a", "1");
        p(pr + " " + pr.getProperty("zz", "def"));
        p(new TreeSet<>(List.of("b", "A", "a", "C")) + " " + new TreeSet<>(String.CASE_INSENSITIVE_ORDER) {
            {
                addAll(List.of("b", "A", "a", "C"));
            }
        });
        p(new HashSet<>(List.of("zeta", "alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta")));
        p(new HashSet<>(List.of(100, 33, 17, 65536, 1 << 20, -1, -100)));
        p(Set.of(1).toString() + List.copyOf(s) + Collections.unmodifiableMap(new TreeMap<>(Map.of(2, 1, 1, 2))));
        BitSet b = new BitSet();
        b.set(1, 5);
        b.set(100);
        p(b + " " + b.cardinality() + " " + b.length() + " " + b.size() + " " + b.nextClearBit(1) + " "
                + b.previousSetBit(99) + " " + Arrays.toString(b.toLongArray()));
        int[] big = new Random(3).ints(1000).toArray();
        Arrays.sort(big);
        long h = 0;
        for (int i:big) h = h * 31 + i;
        p(h);
        Integer[] bi = new Random(4).ints(500, 0, 50).boxed().toArray(Integer[]::new);
        Arrays.sort(bi, (q, r) -> r-q);
        p(Arrays.hashCode(bi));
        double[] ds = {3, -0.0, 0.0, Double.NaN, -1, Double.NEGATIVE_INFINITY};
        Arrays.sort(ds);
        p(Arrays.toString(ds));
        Arrays.setAll(big, i -> i);
        Arrays.parallelPrefix(big, Integer::sum);
        p(big[999]);
        Iterator<Integer> spl = new Iterator<>() {
            int i = 0;
            public boolean hasNext() {
                return i<3;
            }
            public Integer next() {
                return i++;
            }
        };
        t(() -> {
            spl.remove();
            return 0;
        });
        spl.forEachRemaining(i -> System.out.print(i));
        p("");
    }

    static Object UUIDless() {
        return new StringJoiner(",").add(null).toString();
    }
}
