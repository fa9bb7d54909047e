package java.lang.invoke;

/** A call site whose target can be replaced, at once for all threads. */
public class VolatileCallSite extends CallSite {
    public VolatileCallSite(MethodType type) {
        super(MethodHandles.throwing(type, () -> new IllegalStateException("uninitialized call site")));
    }

    public VolatileCallSite(MethodHandle target) {
        super(target);
    }

    @Override
    public final MethodHandle getTarget() {
        return target;
    }

    @Override
    public void setTarget(MethodHandle newTarget) {
        replaceTarget(newTarget);
    }

    @Override
    public final MethodHandle dynamicInvoker() {
        return currentInvoker();
    }
}
