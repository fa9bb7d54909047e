package java.lang.invoke;

/** A call site whose target never changes; the machine keeps its own kind of call site. */
public class ConstantCallSite extends CallSite {
    ConstantCallSite() {}
}
