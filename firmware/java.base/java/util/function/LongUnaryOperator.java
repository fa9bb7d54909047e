package java.util.function;

import java.util.Objects;

/** From long to long. */
@FunctionalInterface
public interface LongUnaryOperator {
    long applyAsLong(long operand);

    /** {@code before} first, then this. */
    default LongUnaryOperator compose(LongUnaryOperator before) {
        Objects.requireNonNull(before);
        return operand -> applyAsLong(before.applyAsLong(operand));
    }

    /** This first, then {@code after}. */
    default LongUnaryOperator andThen(LongUnaryOperator after) {
        Objects.requireNonNull(after);
        return operand -> after.applyAsLong(applyAsLong(operand));
    }

    static LongUnaryOperator identity() {
        return operand -> operand;
    }
}
