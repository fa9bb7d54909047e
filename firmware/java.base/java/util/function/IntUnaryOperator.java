package java.util.function;

import java.util.Objects;

/** From int to int. */
@FunctionalInterface
public interface IntUnaryOperator {
    int applyAsInt(int operand);

    /** {@code before} first, then this. */
    default IntUnaryOperator compose(IntUnaryOperator before) {
        Objects.requireNonNull(before);
        return operand -> applyAsInt(before.applyAsInt(operand));
    }

    /** This first, then {@code after}. */
    default IntUnaryOperator andThen(IntUnaryOperator after) {
        Objects.requireNonNull(after);
        return operand -> after.applyAsInt(applyAsInt(operand));
    }

    static IntUnaryOperator identity() {
        return operand -> operand;
    }
}
