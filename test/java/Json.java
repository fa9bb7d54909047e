/** A JSON parser and printer over maps and lists. */
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Json {
    private final String text;
    private int at;

    Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong("end");
        }
        return value;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean eat(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Object value() {
        space();
        if (at == text.length()) {
            throw wrong("a value");
        }
        switch (text.charAt(at)) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (number.isEmpty()) {
            throw wrong("a value");
        }
        if (number.indexOf('.') < 0 && number.indexOf('e') < 0) {
            return Long.parseLong(number);
        }
        return Double.parseDouble(number);
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            c = text.charAt(++at);
            switch (c) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> out.append(c);
            }
        }
        throw wrong("\"");
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        at++;
        if (eat(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (eat(','));
        if (!eat(']')) {
            throw wrong("]");
        }
        return items;
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        at++;
        if (eat('}')) {
            return fields;
        }
        do {
            space();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw wrong("a name");
            }
            String name = string();
            if (!eat(':')) {
                throw wrong(":");
            }
            fields.put(name, value());
        } while (eat(','));
        if (!eat('}')) {
            throw wrong("}");
        }
        return fields;
    }

    static void print(Object value, StringBuilder out) {
        if (value instanceof String s) {
            out.append('"');
            for (char c : s.toCharArray()) {
                switch (c) {
                    case '"', '\\' -> out.append('\\').append(c);
                    case '\n' -> out.append("\\n");
                    case '\t' -> out.append("\\t");
                    default -> out.append(c);
                }
            }
            out.append('"');
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator);
                print(item, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                print(entry.getKey(), out);
                out.append(':');
                print(entry.getValue(), out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            out.append(value);
        }
    }

    public static void main(String[] args) {
        String[] texts = {"null", " [1, -2.5e3, true, \"a\\nb\\u0041\\\"\"] ", "{\"a\": {\"b\": [{}, [], {\"c\": false}]}, \"d\": 1}",
            "{\"unclosed\": [1, 2", "[1 2]", "{1: 2}", "tru", "", "\"open", "[1,]", "{\"a\" 1}", "[1] x"};
        for (String text : texts) {
            try {
                StringBuilder out = new StringBuilder();
                print(parse(text), out);
                System.out.println(out);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        Map<String, Object> big = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            big.put("key" + i, i % 3 == 0 ? List.of(i, "s" + i, i / 8.0) : i % 3 == 1 ? Map.of("n", (Object) i) : "text \"" + i + "\"");
        }
        StringBuilder out = new StringBuilder();
        print(big, out);
        String first = out.toString();
        for (int i = 0; i < 5; i++) {
            out.setLength(0);
            print(parse(first), out);
        }
        System.out.println(out.toString().equals(first) + " " + first.length() + " " + first.hashCode());
    }
}
