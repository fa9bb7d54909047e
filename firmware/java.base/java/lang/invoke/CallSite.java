package java.lang.invoke;

/** What a bootstrap method returns; the machine keeps its own kind of call site. */
public abstract class CallSite {
    CallSite() {}
}
