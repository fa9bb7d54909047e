package java.lang.invoke;

/** Something that has a type descriptor: a class or a method type. */
public interface TypeDescriptor {
    String descriptorString();

    /** The descriptor of a field or of a value. */
    interface OfField<F extends OfField<F>> extends TypeDescriptor {
        boolean isArray();

        boolean isPrimitive();

        F componentType();

        F arrayType();
    }

    /** The descriptor of a method. */
    interface OfMethod<F extends OfField<F>, M extends OfMethod<F, M>> extends TypeDescriptor {}
}
