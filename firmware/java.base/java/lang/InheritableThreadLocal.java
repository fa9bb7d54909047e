package java.lang;

/** A thread local variable whose value a new thread takes over from the one that makes it. */
public class InheritableThreadLocal<T> extends ThreadLocal<T> {
    public InheritableThreadLocal() {}

    @Override
    protected T childValue(T parentValue) {
        return parentValue;
    }

    @Override
    Table table(Thread thread) {
        return thread.inheritableThreadLocals;
    }

    @Override
    void setTable(Thread thread, Table table) {
        thread.inheritableThreadLocals = table;
    }
}
