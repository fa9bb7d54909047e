import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes java/lang/CharacterData.java: what the running JDK, which must be 17, says about each character of the basic
 * plane, as strings.
 *
 * <pre>java firmware/tools/GenerateCharacterData.java firmware/java.base/java/lang/CharacterData.java</pre>
 */
public class GenerateCharacterData {
    private static final int BLOCK = 8;
    private static final int GROUP = 64;

    public static void main(String[] args) throws IOException {
        if (Runtime.version().feature() != 17) {
            throw new IllegalStateException("needs JDK 17");
        }
        Map<List<Integer>, Integer> records = new LinkedHashMap<>();
        Map<List<Integer>, Integer> blocks = new LinkedHashMap<>();
        Map<List<Integer>, Integer> groups = new LinkedHashMap<>();
        List<Integer> top = new ArrayList<>();
        for (int start = 0; start < 0x10000; start += BLOCK * GROUP) {
            List<Integer> group = new ArrayList<>();
            for (int b = 0; b < GROUP; b++) {
                List<Integer> block = new ArrayList<>();
                for (int i = 0; i < BLOCK; i++) {
                    block.add(number(records, record((char) (start + b * BLOCK + i))));
                }
                group.add(number(blocks, block));
            }
            top.add(number(groups, group));
        }
        String text = Files.readString(Path.of(args[0]));
        text = replaced(text, "TOP", top);
        text = replaced(text, "GROUPS", flat(groups));
        text = replaced(text, "BLOCKS", flat(blocks));
        text = replaced(text, "RECORDS", flat(records));
        text = replaced(text, "UPPER_EXPANSIONS", expansions());
        Files.writeString(Path.of(args[0]), text);
    }

    /** Six units: category, direction and flags; more flags and the kind of number; four differences. */
    private static List<Integer> record(char c) {
        int value = Character.getNumericValue(c);
        boolean digit = Character.digit(c, Character.MAX_RADIX) >= 0;
        if (digit && Character.digit(c, Character.MAX_RADIX) != value) {
            throw new IllegalStateException("digit and number differ");
        }
        int first = Character.getType(c) | (Character.getDirectionality(c) & 31) << 5
            | flags(10, Character.isMirrored(c), Character.isWhitespace(c), Character.isLowerCase(c),
                Character.isUpperCase(c), Character.isAlphabetic(c), Character.isIdeographic(c));
        int second = flags(0, Character.isJavaIdentifierStart(c), Character.isJavaIdentifierPart(c),
            Character.isUnicodeIdentifierStart(c), Character.isUnicodeIdentifierPart(c),
            Character.isIdentifierIgnorable(c), digit, value >= 0, value == -2);
        return List.of(first, second, Character.toLowerCase(c) - c & 0xffff, Character.toUpperCase(c) - c & 0xffff,
            Character.toTitleCase(c) - c & 0xffff, value >= 0 ? value - c & 0xffff : 0);
    }

    private static int flags(int shift, boolean... flags) {
        int bits = 0;
        for (int i = 0; i < flags.length; i++) {
            bits |= flags[i] ? 1 << shift + i : 0;
        }
        return bits;
    }

    private static int number(Map<List<Integer>, Integer> known, List<Integer> list) {
        return known.computeIfAbsent(list, k -> known.size());
    }

    private static List<Integer> flat(Map<List<Integer>, Integer> lists) {
        List<Integer> all = new ArrayList<>();
        lists.keySet().forEach(all::addAll);
        return all;
    }

    /** Each character whose upper case is longer than one unit, with that upper case and a zero. */
    private static List<Integer> expansions() {
        List<Integer> all = new ArrayList<>();
        for (int c = 0; c < 0x10000; c++) {
            String upper = Character.toString(c).toUpperCase(Locale.ROOT);
            if (upper.length() > 1) {
                all.add(c);
                upper.chars().forEach(all::add);
                all.add(0);
            }
        }
        return all;
    }

    /** Puts a string literal, in lines, where the constant of that name now has one. */
    private static String replaced(String text, String name, List<Integer> units) {
        String head = "String " + name + " =";
        int begin = text.indexOf(head) + head.length();
        int end = text.indexOf(";\n", begin);
        StringBuilder literal = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            line.append(escaped(units.get(i)));
            if (line.length() > 96 || i == units.size() - 1) {
                literal.append(literal.length() == 0 ? "\n        \"" : "\n        + \"").append(line).append('"');
                line.setLength(0);
            }
        }
        return text.substring(0, begin) + literal + text.substring(end);
    }

    private static String escaped(int unit) {
        if (unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\') {
            return String.valueOf((char) unit);
        }
        return unit == '"' || unit == '\\' || unit < ' '
            ? "\\" + (unit < ' ' ? String.format("%03o", unit) : String.valueOf((char) unit))
            : String.format("\\u%04x", unit);
    }
}
