package java.lang.invoke;

import java.io.Serializable;

/** Named in the class files of lambdas; the machine links those by itself and makes no objects of this class. */
public final class MethodType implements TypeDescriptor.OfMethod<Class<?>, MethodType>, Serializable {
    private MethodType() {}

    @Override
    public String descriptorString() {
        throw new UnsupportedOperationException("no method handles on this device");
    }
}
