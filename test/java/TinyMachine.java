/** An interpreter for a tiny stack machine, running a program that finds perfect numbers. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class TinyMachine {
    enum Op { PUSH, LOAD, STORE, ADD, MUL, MOD, DIV, LESS, EQUAL, JUMP, JUMPZERO, PRINT, HALT }

    record Instruction(Op op, int argument) { }

    static List<Instruction> assemble(String source) {
        Map<String, Integer> labels = new HashMap<>();
        Map<String, Integer> variables = new HashMap<>();
        String[] words = source.trim().split("\\s+");
        int address = 0;
        for (int i = 0; i < words.length; i++) {
            if (words[i].endsWith(":")) {
                labels.put(words[i].substring(0, words[i].length() - 1), address);
            } else {
                address++;
                if (hasArgument(Op.valueOf(words[i]))) {
                    i++;
                }
            }
        }
        List<Instruction> code = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].endsWith(":")) {
                continue;
            }
            Op op = Op.valueOf(words[i]);
            int argument = 0;
            if (hasArgument(op)) {
                String word = words[++i];
                argument = switch (op) {
                    case PUSH -> Integer.parseInt(word);
                    case JUMP, JUMPZERO -> labels.get(word);
                    default -> variables.computeIfAbsent(word, w -> variables.size());
                };
            }
            code.add(new Instruction(op, argument));
        }
        return code;
    }

    static boolean hasArgument(Op op) {
        return op == Op.PUSH || op == Op.LOAD || op == Op.STORE || op == Op.JUMP || op == Op.JUMPZERO;
    }

    static int run(List<Instruction> code) {
        int[] stack = new int[16];
        int[] variables = new int[16];
        int sp = 0;
        int pc = 0;
        int steps = 0;
        while (true) {
            Instruction i = code.get(pc++);
            steps++;
            switch (i.op()) {
                case PUSH -> stack[sp++] = i.argument();
                case LOAD -> stack[sp++] = variables[i.argument()];
                case STORE -> variables[i.argument()] = stack[--sp];
                case ADD -> stack[sp - 2] += stack[--sp];
                case MUL -> stack[sp - 2] *= stack[--sp];
                case MOD -> stack[sp - 2] %= stack[--sp];
                case DIV -> stack[sp - 2] /= stack[--sp];
                case LESS -> {
                    sp--;
                    stack[sp - 1] = stack[sp - 1] < stack[sp] ? 1 : 0;
                }
                case EQUAL -> {
                    sp--;
                    stack[sp - 1] = stack[sp - 1] == stack[sp] ? 1 : 0;
                }
                case JUMP -> pc = i.argument();
                case JUMPZERO -> {
                    if (stack[--sp] == 0) {
                        pc = i.argument();
                    }
                }
                case PRINT -> System.out.println("machine says " + stack[--sp]);
                case HALT -> {
                    return steps;
                }
            }
        }
    }

    public static void main(String[] args) {
        String source = """
            PUSH 2 STORE n
            next: LOAD n PUSH 500 LESS JUMPZERO end
              PUSH 1 STORE sum PUSH 2 STORE d
              divisors: LOAD d LOAD d MUL LOAD n PUSH 1 ADD LESS JUMPZERO done
                LOAD n LOAD d MOD JUMPZERO divides
                JUMP skip
                divides: LOAD sum LOAD d ADD LOAD n LOAD d DIV ADD STORE sum
                skip: LOAD d PUSH 1 ADD STORE d
                JUMP divisors
              done: LOAD sum LOAD n EQUAL JUMPZERO no
                LOAD n PRINT
              no: LOAD n PUSH 1 ADD STORE n
              JUMP next
            end: HALT
            """;
        System.out.println(run(assemble(source)) + " steps");
        try {
            assemble("PUSH 1 JUMP nowhere NONSENSE");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
