/** Enum constants with bodies, abstract methods and interfaces: a small calculator and a state machine. */
import java.util.function.IntBinaryOperator;

public class EnumBodies {
    enum Op implements IntBinaryOperator {
        ADD("+") {
            @Override
            public int applyAsInt(int a, int b) {
                return a + b;
            }
        },
        SUB("-") {
            @Override
            public int applyAsInt(int a, int b) {
                return a - b;
            }
        },
        MUL("*") {
            @Override
            public int applyAsInt(int a, int b) {
                return a * b;
            }

            @Override
            int rank() {
                return 2;
            }
        };

        final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        int rank() {
            return 1;
        }

        static Op of(char c) {
            for (Op op : values()) {
                if (op.sign.charAt(0) == c) {
                    return op;
                }
            }
            throw new IllegalArgumentException("no operator " + c);
        }
    }

    enum State {
        START {
            @Override
            State on(char c) {
                return Character.isDigit(c) ? NUMBER : c == ' ' ? START : ERROR;
            }
        },
        NUMBER {
            @Override
            State on(char c) {
                return Character.isDigit(c) ? NUMBER : c == '.' ? FRACTION : c == ' ' ? START : ERROR;
            }
        },
        FRACTION {
            @Override
            State on(char c) {
                return Character.isDigit(c) ? FRACTION : c == ' ' ? START : ERROR;
            }
        },
        ERROR {
            @Override
            State on(char c) {
                return this;
            }
        };

        abstract State on(char c);

        static State run(String text) {
            State state = START;
            for (char c : text.toCharArray()) {
                state = state.on(c);
            }
            return state;
        }
    }

    static int evaluate(String text) {
        int[] values = new int[20];
        Op[] ops = new Op[20];
        int v = 0;
        int o = 0;
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                values[v++] = c - '0';
                continue;
            }
            Op op = Op.of(c);
            while (o > 0 && ops[o - 1].rank() >= op.rank()) {
                v--;
                values[v - 1] = ops[--o].applyAsInt(values[v - 1], values[v]);
            }
            ops[o++] = op;
        }
        while (o > 0) {
            v--;
            values[v - 1] = ops[--o].applyAsInt(values[v - 1], values[v]);
        }
        return values[0];
    }

    public static void main(String[] args) {
        System.out.println(evaluate("1+2*3-4") + " " + evaluate("9*9-8*7*2") + " " + evaluate("5"));
        System.out.println(State.run("12 3.5 7") + " " + State.run("1.") + " " + State.run("1.2.3") + " " + State.run("12 "));
        System.out.println(Op.MUL.getClass() == Op.class);
        System.out.println(Op.MUL.getDeclaringClass() == Op.class);
        try {
            evaluate("1/2");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
