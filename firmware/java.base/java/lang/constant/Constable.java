package java.lang.constant;

import java.util.Optional;

/** A type whose values can be constants of class files. The device describes none of them. */
public interface Constable {
    default Optional<? extends ConstantDesc> describeConstable() {
        return Optional.empty();
    }
}
