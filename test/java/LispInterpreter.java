/** An interpreter of a small Lisp: reader, environments, closures, tail calls; it checks itself with programs of that language. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

public class LispInterpreter {
    record Symbol(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Function {
        Object apply(List<Object> arguments);
    }

    record Closure(List<Symbol> parameters, Object body, Scope scope) {}

    static final class Scope {
        private final Map<Symbol, Object> values = new HashMap<>();
        private final Scope outer;

        Scope(Scope outer) {
            this.outer = outer;
        }

        Object get(Symbol symbol) {
            for (Scope scope = this; scope != null; scope = scope.outer) {
                Object value = scope.values.get(symbol);
                if (value != null) {
                    return value;
                }
            }
            throw new IllegalStateException("unbound " + symbol);
        }

        void define(Symbol symbol, Object value) {
            values.put(symbol, value);
        }

        void set(Symbol symbol, Object value) {
            Scope scope = this;
            while (!scope.values.containsKey(symbol)) {
                scope = scope.outer;
            }
            scope.values.put(symbol, value);
        }
    }

    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Scope global = new Scope(null);
    private String text;
    private int at;

    LispInterpreter() {
        number("+", Long::sum);
        number("-", (a, b) -> a - b);
        number("*", (a, b) -> a * b);
        number("quotient", (a, b) -> a / b);
        number("remainder", (a, b) -> a % b);
        define("<", a -> (Long) a.get(0) < (Long) a.get(1));
        define("=", a -> a.get(0).equals(a.get(1)));
        define("cons", a -> {
            List<Object> made = new ArrayList<>();
            made.add(a.get(0));
            made.addAll(list(a.get(1)));
            return made;
        });
        define("car", a -> list(a.get(0)).get(0));
        define("cdr", a -> list(a.get(0)).subList(1, list(a.get(0)).size()));
        define("null?", a -> a.get(0) instanceof List && list(a.get(0)).isEmpty());
        define("list", ArrayList::new);
    }

    private void number(String name, BinaryOperator<Long> op) {
        define(name, a -> a.stream().map(x -> (Long) x).reduce(op).orElseThrow());
    }

    private void define(String name, Function function) {
        global.define(symbol(name), function);
    }

    private Symbol symbol(String name) {
        return symbols.computeIfAbsent(name, Symbol::new);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    Object run(String program) {
        text = program;
        at = 0;
        Object result = null;
        while (skipBlanks()) {
            result = evaluate(read(), global);
        }
        return result;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Object read() {
        skipBlanks();
        char c = text.charAt(at);
        if (c == '\'') {
            at++;
            return List.of(symbol("quote"), read());
        }
        if (c == '(') {
            at++;
            List<Object> items = new ArrayList<>();
            while (skipBlanks() && text.charAt(at) != ')') {
                items.add(read());
            }
            at++;
            return items;
        }
        int start = at;
        while (at < text.length() && "() \n\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        boolean number = Character.isDigit(word.charAt(word.length() - 1));
        return number ? (Object) Long.valueOf(word) : symbol(word);
    }

    private static boolean isTrue(Object value) {
        return !Boolean.FALSE.equals(value);
    }

    private Object evaluate(Object expression, Scope scope) {
        while (true) {
            if (expression instanceof Symbol s) {
                return scope.get(s);
            }
            if (!(expression instanceof List)) {
                return expression;
            }
            List<Object> form = list(expression);
            if (form.isEmpty()) {
                return form;
            }
            String head = form.get(0) instanceof Symbol s ? s.name() : "";
            switch (head) {
                case "quote":
                    return form.get(1);
                case "if":
                    expression = form.get(isTrue(evaluate(form.get(1), scope)) ? 2 : 3);
                    continue;
                case "define":
                    scope.define((Symbol) form.get(1), evaluate(form.get(2), scope));
                    return form.get(1);
                case "set!":
                    scope.set((Symbol) form.get(1), evaluate(form.get(2), scope));
                    return form.get(1);
                case "lambda": {
                    List<Symbol> parameters = list(form.get(1)).stream().map(p -> (Symbol) p).toList();
                    return new Closure(parameters, form.get(2), scope);
                }
                case "begin":
                    for (int i = 1; i < form.size() - 1; i++) {
                        evaluate(form.get(i), scope);
                    }
                    expression = form.get(form.size() - 1);
                    continue;
                default:
            }
            Object function = evaluate(form.get(0), scope);
            List<Object> arguments = new ArrayList<>(form.size() - 1);
            for (int i = 1; i < form.size(); i++) {
                arguments.add(evaluate(form.get(i), scope));
            }
            if (function instanceof Function f) {
                return f.apply(arguments);
            }
            Closure closure = (Closure) function;
            scope = new Scope(closure.scope());
            for (int i = 0; i < arguments.size(); i++) {
                scope.define(closure.parameters().get(i), arguments.get(i));
            }
            expression = closure.body();
        }
    }

    public static void main(String[] args) {
        LispInterpreter lisp = new LispInterpreter();
        lisp.run("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))"
                + "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))"
                + "(define map (lambda (f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs))))))"
                + "(define range (lambda (a b) (if (= a b) '() (cons a (range (+ a 1) b)))))"
                + "(define fold (lambda (f z xs) (if (null? xs) z (fold f (f z (car xs)) (cdr xs)))))"
                + "(define filter (lambda (p xs) (if (null? xs) '() (if (p (car xs)) (cons (car xs) (filter p (cdr xs))) (filter p (cdr xs))))))"
                + "(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))))"
                + "(define counter (lambda () ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 0)))");
        System.out.println(lisp.run("(fact 20)"));
        System.out.println(lisp.run("(fib 12)"));
        System.out.println(lisp.run("(map (lambda (x) (* x x)) (range 1 11))"));
        System.out.println(lisp.run("(fold + 0 (filter (lambda (x) (= 0 (remainder x 3))) (range 0 60)))"));
        System.out.println(lisp.run("(loop 500 0)"));
        System.out.println(lisp.run("(define c (counter)) (c) (c) (c)"));
        System.out.println(lisp.run("(define y (lambda (f) ((lambda (x) (f (lambda (n) ((x x) n)))) (lambda (x) (f (lambda (n) ((x x) n)))))))"
                + "((y (lambda (self) (lambda (n) (if (= n 0) 0 (+ n (self (- n 1))))))) 100)"));
        System.out.println(lisp.run("(define sieve (lambda (xs) (if (null? xs) '() (cons (car xs) (sieve (filter (lambda (x) (< 0 (remainder x (car xs)))) (cdr xs)))))))"
                + "(sieve (range 2 40))"));
        try {
            lisp.run("(undefined 1)");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
