package java.lang;

/** Stands for the keyword void; it has no instances. */
public final class Void {
    @SuppressWarnings("unchecked")
    public static final Class<Void> TYPE = (Class<Void>) Class.primitive0(12);

    private Void() {}
}
