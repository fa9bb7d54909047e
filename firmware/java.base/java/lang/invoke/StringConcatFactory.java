package java.lang.invoke;

/** The owner of the bootstrap methods of string concatenation. The machine recognises it by name and never calls it. */
public final class StringConcatFactory {
    private StringConcatFactory() {}

    public static CallSite makeConcat(MethodHandles.Lookup lookup, String name, MethodType concatType)
            throws StringConcatException {
        throw new StringConcatException("linked by the machine");
    }

    public static CallSite makeConcatWithConstants(MethodHandles.Lookup lookup, String name, MethodType concatType,
            String recipe, Object... constants) throws StringConcatException {
        throw new StringConcatException("linked by the machine");
    }
}
