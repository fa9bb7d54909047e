package java.lang.invoke;

import java.io.Serializable;

/** The compiler refers to it for serialisable lambdas; the device has no object streams, so none is ever made. */
public final class SerializedLambda implements Serializable {
    private SerializedLambda() {}

    public String getCapturingClass() {
        throw absent();
    }

    public String getFunctionalInterfaceClass() {
        throw absent();
    }

    public String getFunctionalInterfaceMethodName() {
        throw absent();
    }

    public String getFunctionalInterfaceMethodSignature() {
        throw absent();
    }

    public String getImplClass() {
        throw absent();
    }

    public String getImplMethodName() {
        throw absent();
    }

    public String getImplMethodSignature() {
        throw absent();
    }

    public int getImplMethodKind() {
        throw absent();
    }

    public String getInstantiatedMethodType() {
        throw absent();
    }

    public int getCapturedArgCount() {
        throw absent();
    }

    public Object getCapturedArg(int index) {
        throw absent();
    }

    private static UnsupportedOperationException absent() {
        return new UnsupportedOperationException("no object streams on this device");
    }
}
