/** An interpreter of the language of eight signs, with its jumps found beforehand. */
import java.util.ArrayDeque;
import java.util.Deque;

public class BrainInterpreter {
    private static String run(String program, String input) {
        int[] jumps = new int[program.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < program.length(); i++) {
            if (program.charAt(i) == '[') {
                open.push(i);
            } else if (program.charAt(i) == ']') {
                if (open.isEmpty()) {
                    throw new IllegalArgumentException("] at " + i);
                }
                jumps[i] = open.pop();
                jumps[jumps[i]] = i;
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("[ at " + open.peek());
        }
        byte[] cells = new byte[300];
        StringBuilder out = new StringBuilder();
        int at = 0;
        int read = 0;
        for (int pc = 0; pc < program.length(); pc++) {
            switch (program.charAt(pc)) {
                case '>' -> at++;
                case '<' -> at--;
                case '+' -> cells[at]++;
                case '-' -> cells[at]--;
                case '.' -> out.append((char) cells[at]);
                case ',' -> cells[at] = (byte) (read < input.length() ? input.charAt(read++) : 0);
                case '[' -> pc = cells[at] == 0 ? jumps[pc] : pc;
                case ']' -> pc = cells[at] != 0 ? jumps[pc] : pc;
                default -> { }
            }
        }
        return out.toString();
    }

    public static void main(String[] args) {
        System.out.print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.", ""));
        System.out.println(run(",[.,]", "echo"));
        System.out.println(run(">,[>,]<[.<]", "backwards"));
        System.out.println(run("++++>+++++<[->[->+>+<<]>>[-<<+>>]<<<]>>++++++++++++++++++++++++++++++++++++++++++++++++.", ""));
        for (String bad : new String[] {"[[]", "]"}) {
            try {
                run(bad, "");
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            run("<-", "");
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
