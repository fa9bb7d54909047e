package java.lang.invoke;

/** What a bootstrap method returns: what the call site calls. */
public abstract class CallSite {
    MethodHandle target;

    CallSite(MethodHandle target) {
        target.type();
        this.target = target;
    }

    public MethodType type() {
        return target.type();
    }

    public abstract MethodHandle getTarget();

    public abstract void setTarget(MethodHandle newTarget);

    public abstract MethodHandle dynamicInvoker();

    final MethodHandle currentInvoker() {
        return new MethodHandle.Combined(type(), args -> getTarget().call(args));
    }

    final void replaceTarget(MethodHandle newTarget) {
        if (!newTarget.type().equals(type())) {
            throw new WrongMethodTypeException(newTarget + " should be of type " + type());
        }
        target = newTarget;
    }
}
