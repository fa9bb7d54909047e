/** A compiler: source text to tokens, to a tree, to code of a stack machine with jumps and calls, which then runs. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class TinyCompiler {
    enum Op {
        PUSH, LOAD, STORE, ADD, SUB, MUL, DIV, MOD, LESS, EQUAL, NOT, JUMP, JUMP_IF_ZERO, CALL, RETURN, PRINT, POP, GET, PUT
    }

    record Instruction(Op op, int operand) {}

    sealed interface Node permits Num, Var, Binary, Call, Index {}

    record Num(int value) implements Node {}

    record Var(String name) implements Node {}

    record Binary(String op, Node left, Node right) implements Node {}

    record Call(String name, List<Node> arguments) implements Node {}

    record Index(Node at) implements Node {}

    private record Routine(int start, int parameters, int locals) {}

    private final List<String> tokens = new ArrayList<>();
    private final List<Instruction> code = new ArrayList<>();
    private final Map<String, Routine> routines = new HashMap<>();
    private final Map<Integer, String> calls = new HashMap<>();
    private Map<String, Integer> locals = new HashMap<>();
    private int at;

    TinyCompiler(String source) {
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            int start = i;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            if (Character.isLetter(c)) {
                while (i < source.length() && Character.isLetterOrDigit(source.charAt(i))) {
                    i++;
                }
            } else if (Character.isDigit(c)) {
                while (i < source.length() && Character.isDigit(source.charAt(i))) {
                    i++;
                }
            } else {
                i += source.startsWith("==", i) ? 2 : 1;
            }
            tokens.add(source.substring(start, i));
        }
        tokens.add("");
        while (!tokens.get(at).isEmpty()) {
            routine();
        }
        calls.forEach((index, name) -> {
            Routine target = routines.get(name);
            if (target == null) {
                throw new IllegalArgumentException("no routine " + name);
            }
            code.set(index, new Instruction(Op.CALL, target.start() << 16 | target.parameters() << 8 | target.locals()));
        });
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        boolean is = tokens.get(at).equals(token);
        at += is ? 1 : 0;
        return is;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected " + token + " but found " + tokens.get(at));
        }
    }

    private int emit(Op op, int operand) {
        code.add(new Instruction(op, operand));
        return code.size() - 1;
    }

    private void patch(int index) {
        code.set(index, new Instruction(code.get(index).op(), code.size()));
    }

    private void routine() {
        expect("routine");
        String name = next();
        locals = new HashMap<>();
        expect("(");
        while (!accept(")")) {
            locals.put(next(), locals.size());
            accept(",");
        }
        int parameters = locals.size();
        int start = code.size();
        routines.put(name, new Routine(start, parameters, 40));
        block();
        emit(Op.PUSH, 0);
        emit(Op.RETURN, 0);
        routines.put(name, new Routine(start, parameters, locals.size()));
    }

    private void block() {
        expect("{");
        while (!accept("}")) {
            statement();
        }
    }

    private void statement() {
        if (accept("if")) {
            generate(expression());
            int otherwise = emit(Op.JUMP_IF_ZERO, 0);
            block();
            if (accept("else")) {
                int end = emit(Op.JUMP, 0);
                patch(otherwise);
                block();
                patch(end);
            } else {
                patch(otherwise);
            }
        } else if (accept("while")) {
            int begin = code.size();
            generate(expression());
            int end = emit(Op.JUMP_IF_ZERO, 0);
            block();
            emit(Op.JUMP, begin);
            patch(end);
        } else if (accept("return")) {
            generate(expression());
            emit(Op.RETURN, 0);
            expect(";");
        } else if (accept("print")) {
            generate(expression());
            emit(Op.PRINT, 0);
            expect(";");
        } else {
            Node target = expression();
            if (accept("=")) {
                if (target instanceof Index index) {
                    generate(index.at());
                    generate(expression());
                    emit(Op.PUT, 0);
                } else if (target instanceof Var variable) {
                    generate(expression());
                    emit(Op.STORE, locals.computeIfAbsent(variable.name(), n -> locals.size()));
                }
            } else {
                generate(target);
                emit(Op.POP, 0);
            }
            expect(";");
        }
    }

    private Node expression() {
        Node left = sum();
        while (tokens.get(at).equals("<") || tokens.get(at).equals("==")) {
            left = new Binary(next(), left, sum());
        }
        return left;
    }

    private Node sum() {
        Node left = product();
        while (tokens.get(at).equals("+") || tokens.get(at).equals("-")) {
            left = fold(new Binary(next(), left, product()));
        }
        return left;
    }

    private Node product() {
        Node left = primary();
        while ("*/%".contains(tokens.get(at)) && !tokens.get(at).isEmpty()) {
            left = fold(new Binary(next(), left, primary()));
        }
        return left;
    }

    /** Constants are computed when compiling. */
    private static Node fold(Binary node) {
        if (node.left() instanceof Num a && node.right() instanceof Num b && !(node.op().equals("/") && b.value() == 0)) {
            return new Num(switch (node.op()) {
                case "+" -> a.value() + b.value();
                case "-" -> a.value() - b.value();
                case "*" -> a.value() * b.value();
                case "/" -> a.value() / b.value();
                default -> a.value() % b.value();
            });
        }
        return node;
    }

    private Node primary() {
        if (accept("(")) {
            Node inner = expression();
            expect(")");
            return inner;
        }
        String token = next();
        if (Character.isDigit(token.charAt(0))) {
            return new Num(Integer.parseInt(token));
        }
        if (token.equals("mem")) {
            expect("[");
            Node index = expression();
            expect("]");
            return new Index(index);
        }
        if (accept("(")) {
            List<Node> arguments = new ArrayList<>();
            while (!accept(")")) {
                arguments.add(expression());
                accept(",");
            }
            return new Call(token, arguments);
        }
        return new Var(token);
    }

    private void generate(Node node) {
        if (node instanceof Num n) {
            emit(Op.PUSH, n.value());
        } else if (node instanceof Var v) {
            Integer slot = locals.get(v.name());
            if (slot == null) {
                throw new IllegalArgumentException("no variable " + v.name());
            }
            emit(Op.LOAD, slot);
        } else if (node instanceof Binary b) {
            generate(b.left());
            generate(b.right());
            emit(switch (b.op()) {
                case "+" -> Op.ADD;
                case "-" -> Op.SUB;
                case "*" -> Op.MUL;
                case "/" -> Op.DIV;
                case "%" -> Op.MOD;
                case "<" -> Op.LESS;
                default -> Op.EQUAL;
            }, 0);
        } else if (node instanceof Index i) {
            generate(i.at());
            emit(Op.GET, 0);
        } else if (node instanceof Call c) {
            c.arguments().forEach(this::generate);
            calls.put(emit(Op.CALL, 0), c.name());
        }
    }

    List<Integer> run(String name) {
        List<Integer> printed = new ArrayList<>();
        int[] stack = new int[4000];
        int[] memory = new int[2000];
        int sp = 0;
        int base = 0;
        Routine main = routines.get(name);
        stack[sp++] = -1;
        stack[sp++] = 0;
        base = sp;
        sp += main.locals();
        int pc = main.start();
        while (pc >= 0) {
            Instruction instruction = code.get(pc++);
            int operand = instruction.operand();
            switch (instruction.op()) {
                case PUSH -> stack[sp++] = operand;
                case LOAD -> stack[sp++] = stack[base + operand];
                case STORE -> stack[base + operand] = stack[--sp];
                case ADD -> stack[--sp - 1] += stack[sp];
                case SUB -> stack[--sp - 1] -= stack[sp];
                case MUL -> stack[--sp - 1] *= stack[sp];
                case DIV -> stack[--sp - 1] /= stack[sp];
                case MOD -> stack[--sp - 1] %= stack[sp];
                case LESS -> {
                    sp--;
                    stack[sp - 1] = stack[sp - 1] < stack[sp] ? 1 : 0;
                }
                case EQUAL -> {
                    sp--;
                    stack[sp - 1] = stack[sp - 1] == stack[sp] ? 1 : 0;
                }
                case NOT -> stack[sp - 1] = stack[sp - 1] == 0 ? 1 : 0;
                case JUMP -> pc = operand;
                case JUMP_IF_ZERO -> pc = stack[--sp] == 0 ? operand : pc;
                case CALL -> {
                    int parameters = operand >> 8 & 0xff;
                    System.arraycopy(stack, sp - parameters, stack, sp - parameters + 2, parameters);
                    int frame = sp - parameters;
                    stack[frame] = pc;
                    stack[frame + 1] = base;
                    base = frame + 2;
                    sp = base + (operand & 0xff);
                    Arrays.fill(stack, base + parameters, sp, 0);
                    pc = operand >> 16;
                }
                case RETURN -> {
                    int result = stack[sp - 1];
                    sp = base - 2;
                    pc = stack[sp];
                    base = stack[sp + 1];
                    stack[sp++] = result;
                }
                case PRINT -> printed.add(stack[--sp]);
                case POP -> sp--;
                case GET -> stack[sp - 1] = memory[stack[sp - 1]];
                case PUT -> {
                    sp -= 2;
                    memory[stack[sp]] = stack[sp + 1];
                }
            }
        }
        return printed;
    }

    public static void main(String[] args) {
        String source = """
                routine fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
                routine gcd(a, b) { while 0 < b { t = a % b; a = b; b = t; } return a; }
                routine sieve(n) {
                    i = 2; count = 0;
                    while i < n {
                        if mem[i] == 0 { count = count + 1; j = i * i; while j < n { mem[j] = 1; j = j + i; } }
                        i = i + 1;
                    }
                    return count;
                }
                routine collatz(n) { steps = 0; while 1 < n { if n % 2 == 0 { n = n / 2; } else { n = 3 * n + 1; } steps = steps + 1; } return steps; }
                routine ack(m, n) { if m == 0 { return n + 1; } if n == 0 { return ack(m - 1, 1); } return ack(m - 1, ack(m, n - 1)); }
                routine main() {
                    print fib(14); print gcd(1071, 462); print sieve(1000); print collatz(27); print ack(2, 5);
                    print 2 + 3 * 4 - (10 / 3) % 2; print (1 < 2) + (2 == 3);
                }
                """;
        TinyCompiler compiler = new TinyCompiler(source);
        System.out.println(compiler.run("main"));
        System.out.println(compiler.code.size() + " instructions, " + compiler.routines.keySet().stream().sorted().toList());
        for (String wrong : new String[] {"routine main() { x = 1 }", "routine main() { print y; }", "routine main() { f(); }"}) {
            try {
                new TinyCompiler(wrong);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        List<Integer> expected = List.of(377, 21, 168, 111, 13, 13, 1);
        System.out.println(compiler.run("main").equals(expected) ? "as expected" : "WRONG");
    }
}
