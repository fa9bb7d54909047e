/** A desk calculator on standard input: variables, precedence, errors with positions. */
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.TreeMap;

public class Calculator {
    private final TreeMap<String, Double> variables = new TreeMap<>();
    private String text;
    private int at;

    static class SyntaxError extends RuntimeException {
        SyntaxError(String message) {
            super(message);
        }
    }

    String run(String line) {
        text = line.replace(" ", "");
        at = 0;
        try {
            int equals = text.indexOf('=');
            if (equals > 0) {
                at = equals + 1;
                double value = whole();
                variables.put(text.substring(0, equals), value);
                return text.substring(0, equals) + " is " + value;
            }
            return "" + whole();
        } catch (SyntaxError e) {
            return "error at " + at + ": " + e.getMessage();
        }
    }

    private double whole() {
        double value = sum();
        if (at < text.length()) {
            throw new SyntaxError("unexpected '" + text.charAt(at) + "'");
        }
        return value;
    }

    private boolean eat(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (eat('+')) {
                value += product();
            } else if (eat('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = factor();
        while (true) {
            if (eat('*')) {
                value *= factor();
            } else if (eat('/')) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    private double factor() {
        if (eat('-')) {
            return -factor();
        }
        if (eat('(')) {
            double value = sum();
            if (!eat(')')) {
                throw new SyntaxError("expected ')'");
            }
            return value;
        }
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty()) {
            throw new SyntaxError("expected a value");
        }
        if (Character.isLetter(word.charAt(0))) {
            Double value = variables.get(word);
            if (value == null) {
                throw new SyntaxError("unknown " + word);
            }
            return value;
        }
        return Double.parseDouble(word);
    }

    public static void main(String[] args) throws IOException {
        Calculator calculator = new Calculator();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null && !line.equals("quit");) {
            System.out.println("> " + line);
            System.out.println(calculator.run(line));
        }
        System.out.println(calculator.variables);
    }
}
