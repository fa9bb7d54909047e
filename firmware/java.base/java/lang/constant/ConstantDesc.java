package java.lang.constant;

import java.lang.invoke.MethodHandles;

/** What describes a constant: for numbers and strings, themselves. */
public interface ConstantDesc {
    default Object resolveConstantDesc(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
        return this;
    }
}
