/** Switches of every shape that Java 17 has. */
public class SwitchPatterns {
    enum Level { LOW, MID, HIGH }

    private static String arrows(Object o) {
        if (o instanceof Integer i && i > 10) {
            return "big int " + i;
        }
        if (o instanceof String s && !s.isEmpty()) {
            return "text " + s.charAt(0);
        }
        return o instanceof int[] a ? "array of " + a.length : String.valueOf(o);
    }

    private static int yielding(String word) {
        return switch (word) {
            case "one", "uno" -> 1;
            case "two" -> {
                int x = word.length();
                yield x - 1;
            }
            case "Aa", "BB" -> word.equals("Aa") ? 100 : 200;
            default -> {
                if (word.isEmpty()) {
                    yield -1;
                }
                yield word.hashCode() % 10;
            }
        };
    }

    private static String old(int n) {
        String result = "";
        switch (n) {
            case 1:
                result += "one ";
            case 2:
                result += "two ";
                break;
            case 100:
            case -100:
                result += "hundred ";
                break;
            case Integer.MAX_VALUE:
                result += "max ";
                break;
            default:
                result += "default ";
            case 3:
                result += "three ";
        }
        return result;
    }

    private static int level(Level level) {
        return switch (level) {
            case LOW -> 1;
            case MID -> 5;
            case HIGH -> 10;
        };
    }

    private static String chars(char c) {
        switch (c) {
            case 'a', 'e', 'i', 'o', 'u':
                return "vowel";
            case '0': case '1': case '2':
                return "digit";
            default:
                return c >= 'a' && c <= 'z' ? "consonant" : "other";
        }
    }

    public static void main(String[] args) {
        for (Object o : new Object[] {5, 50, "hi", "", new int[3], null, 2.5}) {
            System.out.print(arrows(o) + "; ");
        }
        System.out.println();
        for (String s : new String[] {"one", "uno", "two", "Aa", "BB", "C#", "", "zzz"}) {
            System.out.print(yielding(s) + " ");
        }
        System.out.println();
        for (int n : new int[] {1, 2, 3, 4, 100, -100, Integer.MAX_VALUE}) {
            System.out.print(old(n) + "| ");
        }
        System.out.println();
        for (Level level : Level.values()) {
            System.out.print(level(level) + " ");
        }
        for (char c : "ab1Z".toCharArray()) {
            System.out.print(chars(c) + " ");
        }
        System.out.println();
        try {
            level(null);
        } catch (NullPointerException e) {
            System.out.println("null level");
        }
        try {
            yielding(null);
        } catch (NullPointerException e) {
            System.out.println("null word");
        }
        byte b = 3;
        int nested = switch (b) {
            case 1 -> 10;
            case 3 -> switch ("x" + b) {
                case "x3" -> 33;
                default -> 0;
            };
            default -> 1;
        };
        Integer boxed = 7;
        switch (boxed) {
            case 7 -> System.out.println("seven " + nested);
            default -> System.out.println("other");
        }
        outer:
        for (int i = 0; ; i++) {
            switch (i) {
                case 0, 1:
                    continue outer;
                case 5:
                    break outer;
                default:
                    System.out.print(i);
            }
        }
        System.out.println();
    }
}
