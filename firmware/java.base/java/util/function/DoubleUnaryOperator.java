package java.util.function;

import java.util.Objects;

/** From double to double. */
@FunctionalInterface
public interface DoubleUnaryOperator {
    double applyAsDouble(double operand);

    /** {@code before} first, then this. */
    default DoubleUnaryOperator compose(DoubleUnaryOperator before) {
        Objects.requireNonNull(before);
        return operand -> applyAsDouble(before.applyAsDouble(operand));
    }

    /** This first, then {@code after}. */
    default DoubleUnaryOperator andThen(DoubleUnaryOperator after) {
        Objects.requireNonNull(after);
        return operand -> after.applyAsDouble(applyAsDouble(operand));
    }

    static DoubleUnaryOperator identity() {
        return operand -> operand;
    }
}
