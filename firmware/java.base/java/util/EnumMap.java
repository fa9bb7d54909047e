package java.util;

import java.io.Serializable;

/** A map from constants of one enum, a slot for each, in the order of their declaration. */
public class EnumMap<K extends Enum<K>, V> extends AbstractMap<K, V> implements Serializable, Cloneable {
    /** Stands for a null value; an empty slot is null. */
    private static final Object NULL = new Object();

    private final Class<K> keyType;
    private final K[] universe;
    private Object[] values;
    private int size;

    public EnumMap(Class<K> keyType) {
        this.keyType = keyType;
        this.universe = keyType.getEnumConstants();
        this.values = new Object[universe.length];
    }

    public EnumMap(EnumMap<K, ? extends V> m) {
        this(m.keyType);
        putAll(m);
    }

    public EnumMap(Map<K, ? extends V> m) {
        this(keyTypeOf(m));
        putAll(m);
    }

    private static <K extends Enum<K>> Class<K> keyTypeOf(Map<K, ?> m) {
        if (m instanceof EnumMap) {
            return ((EnumMap<K, ?>) m).keyType;
        }
        if (m.isEmpty()) {
            throw new IllegalArgumentException("Specified map is empty");
        }
        return m.keySet().iterator().next().getDeclaringClass();
    }

    private int slot(Object key) {
        return key instanceof Enum && ((Enum<?>) key).getDeclaringClass() == keyType ? ((Enum<?>) key).ordinal() : -1;
    }

    @SuppressWarnings("unchecked")
    private V value(int slot) {
        Object value = values[slot];
        return value == NULL ? null : (V) value;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        int slot = slot(key);
        return slot >= 0 && values[slot] != null;
    }

    @Override
    public V get(Object key) {
        int slot = slot(key);
        return slot < 0 ? null : value(slot);
    }

    @Override
    public V put(K key, V value) {
        if (key.getDeclaringClass() != keyType) {
            throw new ClassCastException(key.getClass() + " != " + keyType);
        }
        return store(key.ordinal(), value == null ? NULL : value);
    }

    /** A null content empties the slot. */
    private V store(int slot, Object content) {
        V old = value(slot);
        size += (content == null ? 0 : 1) - (values[slot] == null ? 0 : 1);
        values[slot] = content;
        return old;
    }

    @Override
    public V remove(Object key) {
        int slot = slot(key);
        return slot < 0 ? null : store(slot, null);
    }

    @Override
    public void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public EnumMap<K, V> clone() {
        try {
            EnumMap<K, V> copy = (EnumMap<K, V>) super.clone();
            copy.values = values.clone();
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    @Override
    public Set<K> keySet() {
        return new KeyView<K, V>(this) {
            @Override
            public boolean remove(Object o) {
                int before = size;
                EnumMap.this.remove(o);
                return size != before;
            }
        };
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<Entry<K, V>>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk();
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void clear() {
                EnumMap.this.clear();
            }

            @Override
            public boolean contains(Object o) {
                if (!(o instanceof Entry)) {
                    return false;
                }
                int slot = slot(((Entry<?, ?>) o).getKey());
                return slot >= 0 && values[slot] != null && Objects.equals(value(slot), ((Entry<?, ?>) o).getValue());
            }

            @Override
            public boolean remove(Object o) {
                if (!contains(o)) {
                    return false;
                }
                EnumMap.this.remove(((Entry<?, ?>) o).getKey());
                return true;
            }
        };
    }

    private final class Walk implements Iterator<Entry<K, V>> {
        private int next;
        private int returned = -1;

        @Override
        public boolean hasNext() {
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next < values.length;
        }

        @Override
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            returned = next++;
            return new Slot(returned);
        }

        @Override
        public void remove() {
            if (returned < 0) {
                throw new IllegalStateException();
            }
            store(returned, null);
            returned = -1;
        }
    }

    /** An entry that reads and writes its slot. */
    private final class Slot implements Entry<K, V> {
        private final int slot;

        Slot(int slot) {
            this.slot = slot;
        }

        @Override
        public K getKey() {
            return universe[slot];
        }

        @Override
        public V getValue() {
            return value(slot);
        }

        @Override
        public V setValue(V value) {
            return store(slot, value == null ? NULL : value);
        }

        @Override
        public boolean equals(Object o) {
            return sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return entryHash(getKey(), getValue());
        }

        @Override
        public String toString() {
            return getKey() + "=" + getValue();
        }
    }
}
