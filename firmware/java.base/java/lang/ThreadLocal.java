package java.lang;

import java.util.Objects;
import java.util.function.Supplier;

/** A variable of which each thread has its own. The values lie in a small hash table that the thread holds. */
public class ThreadLocal<T> {
    private static int lastHash;

    private final int hash = nextHash();

    public ThreadLocal() {}

    private static synchronized int nextHash() {
        // Multiples of 2 to the 32nd over the golden ratio spread well over tables of any power of two.
        lastHash += 0x9e3779b9;
        return lastHash;
    }

    public static <S> ThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
        return new Supplied<>(supplier);
    }

    private static final class Supplied<S> extends ThreadLocal<S> {
        private final Supplier<? extends S> supplier;

        Supplied(Supplier<? extends S> supplier) {
            this.supplier = Objects.requireNonNull(supplier);
        }

        @Override
        protected S initialValue() {
            return supplier.get();
        }
    }

    protected T initialValue() {
        return null;
    }

    /** What a new thread inherits; only of meaning in InheritableThreadLocal. */
    T childValue(T parentValue) {
        throw new UnsupportedOperationException();
    }

    Table table(Thread thread) {
        return thread.threadLocals;
    }

    void setTable(Thread thread, Table table) {
        thread.threadLocals = table;
    }

    @SuppressWarnings("unchecked")
    public T get() {
        Table table = table(Thread.currentThread());
        int at = table == null ? -1 : table.find(this);
        if (at >= 0) {
            return (T) table.values[at];
        }
        T value = initialValue();
        set(value);
        return value;
    }

    public void set(T value) {
        Thread thread = Thread.currentThread();
        Table table = table(thread);
        if (table == null) {
            table = new Table(4);
            setTable(thread, table);
        }
        table.put(this, value);
    }

    public void remove() {
        Table table = table(Thread.currentThread());
        if (table != null) {
            table.remove(this);
        }
    }

    /** Open addressing, never more than half full. */
    static final class Table {
        private ThreadLocal<?>[] keys;
        private Object[] values;
        private int count;

        Table(int length) {
            keys = new ThreadLocal<?>[length];
            values = new Object[length];
        }

        private int slot(ThreadLocal<?> key) {
            int mask = keys.length - 1;
            int at = key.hash >>> 16 & mask;
            while (keys[at] != null && keys[at] != key) {
                at = at + 1 & mask;
            }
            return at;
        }

        int find(ThreadLocal<?> key) {
            int at = slot(key);
            return keys[at] == null ? -1 : at;
        }

        void put(ThreadLocal<?> key, Object value) {
            int at = slot(key);
            if (keys[at] == null) {
                if (2 * (count + 1) > keys.length) {
                    rebuild(2 * keys.length, null);
                    at = slot(key);
                }
                keys[at] = key;
                count++;
            }
            values[at] = value;
        }

        void remove(ThreadLocal<?> key) {
            if (find(key) >= 0) {
                rebuild(keys.length, key);
            }
        }

        private void rebuild(int length, ThreadLocal<?> without) {
            ThreadLocal<?>[] oldKeys = keys;
            Object[] oldValues = values;
            keys = new ThreadLocal<?>[length];
            values = new Object[length];
            count = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != null && oldKeys[i] != without) {
                    put(oldKeys[i], oldValues[i]);
                }
            }
        }

        @SuppressWarnings("unchecked")
        Table inherited() {
            Table copy = new Table(keys.length);
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != null) {
                    copy.put(keys[i], ((ThreadLocal<Object>) keys[i]).childValue(values[i]));
                }
            }
            return copy;
        }
    }
}
