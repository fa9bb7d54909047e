package java.lang;

import java.io.Serializable;
import java.util.Objects;

/** One line of a stack trace. The machine makes these and sets the fields by name. */
public final class StackTraceElement implements Serializable {
    private String declaringClass;
    private String methodName;
    private String fileName;
    private int lineNumber;

    public StackTraceElement(String declaringClass, String methodName, String fileName, int lineNumber) {
        this.declaringClass = Objects.requireNonNull(declaringClass, "Declaring class is null");
        this.methodName = Objects.requireNonNull(methodName, "Method name is null");
        this.fileName = fileName;
        this.lineNumber = lineNumber;
    }

    public StackTraceElement(String classLoaderName, String moduleName, String moduleVersion, String declaringClass,
            String methodName, String fileName, int lineNumber) {
        this(declaringClass, methodName, fileName, lineNumber);
    }

    public String getClassName() {
        return declaringClass;
    }

    public String getMethodName() {
        return methodName;
    }

    public String getFileName() {
        return fileName;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    public String getModuleName() {
        return inLibrary() ? "java.base" : null;
    }

    public String getModuleVersion() {
        return null;
    }

    public String getClassLoaderName() {
        return inLibrary() ? null : "app";
    }

    public boolean isNativeMethod() {
        return lineNumber == -2;
    }

    private boolean inLibrary() {
        return declaringClass.startsWith("java.");
    }

    /** Names the module of library classes, as the JDK does. */
    @Override
    public String toString() {
        String place = isNativeMethod() ? "(Native Method)"
            : fileName == null ? "(Unknown Source)"
            : lineNumber >= 0 ? "(" + fileName + ":" + lineNumber + ")" : "(" + fileName + ")";
        return (inLibrary() ? "java.base/" : "") + declaringClass + "." + methodName + place;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StackTraceElement)) {
            return false;
        }
        StackTraceElement that = (StackTraceElement) other;
        return declaringClass.equals(that.declaringClass) && lineNumber == that.lineNumber
            && methodName.equals(that.methodName) && Objects.equals(fileName, that.fileName);
    }

    @Override
    public int hashCode() {
        int result = 31 * declaringClass.hashCode() + methodName.hashCode();
        result = 31 * result + Objects.hashCode(getClassLoaderName());
        result = 31 * result + Objects.hashCode(getModuleName());
        result = 31 * result + Objects.hashCode(getModuleVersion());
        return 31 * (31 * result + Objects.hashCode(fileName)) + lineNumber;
    }
}
