import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that pass packets to each other under a scheduler of priorities. */
final class Tasks {
    interface Handler {
        /** The packet to hand on, or null. */
        Packet handle(Packet packet);
    }

    static final class Packet {
        final int kind;
        int value;
        int target;

        Packet(int kind, int value, int target) {
            this.kind = kind;
            this.value = value;
            this.target = target;
        }
    }

    static final class Task {
        final int priority;
        final Handler handler;
        final ArrayDeque<Packet> inbox = new ArrayDeque<>();

        Task(int priority, Handler handler) {
            this.priority = priority;
            this.handler = handler;
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private int checksum;

    static int run(int steps) {
        Tasks tasks = new Tasks();
        tasks.build();
        for (int step = 0; step < steps; step++) if (!tasks.step()) break;
        return tasks.checksum;
    }

    private void build() {
        tasks.add(new Task(3, packet -> {
            packet.value += 17;
            packet.target = 1 + packet.value % 3;
            return packet;
        }));
        tasks.add(new Task(2, new Handler() {
            private int held;

            @Override public Packet handle(Packet packet) {
                held ^= packet.value;
                packet.target = packet.kind == 0 ? 2 : 3;
                return packet;
            }
        }));
        tasks.add(new Task(2, packet -> new Packet(packet.kind ^ 1, packet.value * 5 & 0xffff, 3)));
        tasks.add(new Task(1, packet -> {
            checksum = checksum * 31 + packet.value;
            packet.target = 0;
            return packet;
        }));
        for (int i = 0; i < 6; i++) tasks.get(i & 3).inbox.add(new Packet(i & 1, i * 100, 0));
    }

    private boolean step() {
        Task best = null;
        for (Task task : tasks) {
            if (!task.inbox.isEmpty() && (best == null || task.priority > best.priority)) best = task;
        }
        if (best == null) return false;
        Packet next = best.handler.handle(best.inbox.poll());
        if (next != null) tasks.get(next.target).inbox.add(next);
        return true;
    }
}

/** Reads and writes a small JSON text. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) { this.text = text; }

    static int run(int times) {
        StringBuilder source = new StringBuilder("[");
        for (int i = 0; i < 20; i++) {
            if (i > 0) source.append(',');
            source.append("{\"name\":\"item ").append(i).append("\",\"price\":").append(i * 125);
            source.append(",\"tags\":[true,false,null],\"next\":{\"depth\":").append(i % 5).append("}}");
        }
        String json = source.append(']').toString();
        int sum = 0;
        for (int i = 0; i < times; i++) {
            StringBuilder back = new StringBuilder();
            write(new Json(json).value(), back);
            if (!back.toString().equals(json)) throw new IllegalStateException("it does not come back as it was");
            sum += back.length();
        }
        return sum;
    }

    private Object value() {
        char first = text.charAt(at);
        switch (first) {
            case '{': return object();
            case '[': return array();
            case '"': return string();
            case 't': at += 4; return Boolean.TRUE;
            case 'f': at += 5; return Boolean.FALSE;
            case 'n': at += 4; return null;
            default: return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (text.charAt(at) != '}') {
            if (text.charAt(at) == ',') at++;
            String name = string();
            at++;
            members.put(name, value());
        }
        at++;
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            if (text.charAt(at) == ',') at++;
            elements.add(value());
        }
        at++;
        return elements;
    }

    private String string() {
        int start = ++at;
        while (text.charAt(at) != '"') at++;
        return text.substring(start, at++);
    }

    private Integer number() {
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return number;
    }

    private static void write(Object value, StringBuilder into) {
        if (value instanceof Map) {
            char before = '{';
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                into.append(before).append('"').append(member.getKey()).append("\":");
                write(member.getValue(), into);
                before = ',';
            }
            into.append('}');
        } else if (value instanceof List) {
            char before = '[';
            for (Object element : (List<?>) value) {
                into.append(before);
                write(element, into);
                before = ',';
            }
            into.append(']');
        } else if (value instanceof String) into.append('"').append((String) value).append('"');
        else into.append(value);
    }
}

/** An interpreter that is interpreted. */
final class StackMachine {
    private static final int PUSH = 0, ADD = 1, MULTIPLY = 2, DUPLICATE = 3, STORE = 4, LOAD = 5, JUMP_IF_LESS = 6, END = 7;

    static int run(int rounds) {
        int[] code = {
            PUSH, 1, STORE, 0, PUSH, 0, STORE, 1,
            LOAD, 1, LOAD, 0, DUPLICATE, 0, MULTIPLY, 0, ADD, 0, STORE, 1,
            LOAD, 0, PUSH, 1, ADD, 0, STORE, 0,
            LOAD, 0, JUMP_IF_LESS, 8, END, 0,
        };
        return execute(code, rounds);
    }

    private static int execute(int[] code, int rounds) {
        int[] stack = new int[16];
        int[] locals = new int[4];
        int top = 0;
        int pc = 0;
        for (;;) {
            int operand = code[pc + 1];
            switch (code[pc]) {
                case PUSH: stack[top++] = operand; break;
                case ADD: top--; stack[top - 1] += stack[top]; break;
                case MULTIPLY: top--; stack[top - 1] *= stack[top]; break;
                case DUPLICATE: stack[top] = stack[top - 1]; top++; break;
                case STORE: locals[operand] = stack[--top]; break;
                case LOAD: stack[top++] = locals[operand]; break;
                case JUMP_IF_LESS: if (stack[--top] < rounds) { pc = operand; continue; } break;
                default: return locals[1];
            }
            pc += 2;
        }
    }
}
