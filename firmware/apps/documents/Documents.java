package documents;

import check.Checksum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A store of JSON documents behind a shop: each request parses a document, changes a few members, writes it as text again and keeps the
 * text. Trees that live for one request, texts that are replaced whole. What was written must parse to what it was written from, and the
 * total over all orders is kept twice. Arguments: [REQUESTS [SEED]].
 */
public final class Documents {
    private static final int REQUESTS_BY_DEFAULT = 12_000;
    private static final int SEED_BY_DEFAULT = 8259;
    private static final int DOCUMENTS_MAX = 250;
    private static final int REQUESTS_PER_CHECK = 500;
    private static final String[] GOODS = {"hazelnut", "acorn", "beech \"mast\"", "moss", "straw\tdry", "bramble \\ leaf", "honey\nsuckle"};

    private final TreeMap<String, String> texts = new TreeMap<>();
    private final Random random;
    private final Checksum checksum = new Checksum();
    private int lastId;
    private long cents;

    private Documents(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : REQUESTS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("documents: " + requests + " requests, seed " + seed);
        new Documents(seed).run(requests);
    }

    private void run(int requests) {
        int requestsPerLine = Math.max(1, requests / 10);
        for (int request = 1; request <= requests; request++) {
            if (texts.size() < DOCUMENTS_MAX && random.nextInt(4) == 0 || texts.isEmpty()) {
                create();
            } else {
                change(pick());
            }
            if (request % REQUESTS_PER_CHECK == 0 || request == requests) {
                verify();
            }
            if (request % requestsPerLine == 0 || request == requests) {
                String text = texts.get(pick());
                checksum.add(text);
                System.out.println("request " + request + ": " + texts.size() + " orders, " + cents + " cents; " + text);
            }
        }
        texts.forEach((id, text) -> checksum.add(text));
        System.out.println("checksum " + checksum);
    }

    private String pick() {
        String id = texts.ceilingKey(id(1 + random.nextInt(lastId)));
        return id == null ? texts.firstKey() : id;
    }

    private static String id(int number) {
        return String.format("order-%06d", number);
    }

    private void create() {
        Map<String, Object> order = new LinkedHashMap<>();
        String id = id(++lastId);
        order.put("id", id);
        order.put("open", true);
        order.put("note", null);
        order.put("weight", random.nextInt(1000) / 8.0);
        order.put("lines", new ArrayList<>());
        keep(id, order);
    }

    /** One request: parse, change, write. */
    private void change(String id) {
        Map<String, Object> order = order(id);
        List<Object> lines = lines(order);
        int choice = random.nextInt(10);
        if (choice < 6 && lines.size() < 6) {
            Map<String, Object> line = new LinkedHashMap<>();
            long price = 5 + random.nextInt(2000);
            line.put("what", GOODS[random.nextInt(GOODS.length)]);
            line.put("cents", price);
            lines.add(line);
            cents += price;
        } else if (choice < 8) {
            order.put("note", "call " + random.nextInt(1_000_000) + " before " + (7 + random.nextInt(12)) + " h");
            order.put("open", !(Boolean) order.get("open"));
        } else if (choice < 9 && !lines.isEmpty()) {
            cents -= price(lines.remove(random.nextInt(lines.size())));
        } else if (texts.size() > DOCUMENTS_MAX / 2) {
            for (Object line : lines) {
                cents -= price(line);
            }
            texts.remove(id);
            return;
        }
        keep(id, order);
    }

    private void keep(String id, Map<String, Object> order) {
        String text = Json.write(order);
        if (random.nextInt(8) == 0 && !Json.parse(text).equals(order)) {
            throw new IllegalStateException("what was written reads otherwise: " + text);
        }
        texts.put(id, text);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> order(String id) {
        return (Map<String, Object>) Json.parse(texts.get(id));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> lines(Map<String, Object> order) {
        return (List<Object>) order.get("lines");
    }

    private static long price(Object line) {
        return (Long) ((Map<?, ?>) line).get("cents");
    }

    private void verify() {
        long sum = 0;
        for (String id : texts.keySet()) {
            for (Object line : lines(order(id))) {
                sum += price(line);
            }
        }
        if (sum != cents) {
            throw new IllegalStateException("the orders make " + sum + " cents, not " + cents);
        }
    }
}
