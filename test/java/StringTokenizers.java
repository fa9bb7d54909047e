/** StringTokenizer with several delimiters, and a calculator in reverse Polish notation. */
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;

public class StringTokenizers {
    static String tokens(StringTokenizer t) {
        StringBuilder out = new StringBuilder().append(t.countTokens()).append(':');
        while (t.hasMoreTokens()) {
            out.append('[').append(t.nextToken()).append(']');
        }
        return out.toString();
    }

    static double evaluate(String text) {
        Deque<Double> stack = new ArrayDeque<>();
        StringTokenizer t = new StringTokenizer(text);
        while (t.hasMoreElements()) {
            String token = (String) t.nextElement();
            if ("+-*/".contains(token)) {
                double right = stack.pop();
                double left = stack.pop();
                stack.push(switch (token.charAt(0)) {
                    case '+' -> left + right;
                    case '-' -> left - right;
                    case '*' -> left * right;
                    default -> left / right;
                });
            } else {
                stack.push(Double.parseDouble(token));
            }
        }
        return stack.pop();
    }

    public static void main(String[] args) {
        System.out.println(tokens(new StringTokenizer("  the quick\tbrown\nfox ")));
        System.out.println(tokens(new StringTokenizer("a,b;;c,", ",;")));
        System.out.println(tokens(new StringTokenizer("a+b-c", "+-", true)));
        System.out.println(tokens(new StringTokenizer("")));
        StringTokenizer changing = new StringTokenizer("key=value;rest of it", "=");
        System.out.println(changing.nextToken() + " " + changing.nextToken(";") + " " + changing.nextToken(" "));
        try {
            new StringTokenizer("   ").nextToken();
        } catch (NoSuchElementException e) {
            System.out.println("no token");
        }
        System.out.println(evaluate("3 4 + 2 *") + " " + evaluate("15 7 1 1 + - / 3 * 2 1 1 + + -"));
    }
}
