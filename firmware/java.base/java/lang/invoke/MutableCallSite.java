package java.lang.invoke;

/** A call site whose target can be replaced. */
public class MutableCallSite extends CallSite {
    public MutableCallSite(MethodType type) {
        super(MethodHandles.throwing(type, () -> new IllegalStateException("uninitialized call site")));
    }

    public MutableCallSite(MethodHandle target) {
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
