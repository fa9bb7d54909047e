/** Switch as an expression: arrows, yield, several labels, nesting, all result types. */
public class SwitchExpressions {
    enum Day { MON, TUE, WED, THU, FRI, SAT, SUN }

    static int letters(Day day) {
        return switch (day) {
            case MON, FRI, SUN -> 6;
            case TUE -> 7;
            case THU, SAT -> 8;
            case WED -> {
                int base = "nes".length();
                yield base * 3;
            }
        };
    }

    static double score(String grade) {
        return switch (grade) {
            case "A":
                yield 4;
            case "B":
                yield 3.5;
            default:
                if (grade.isEmpty()) {
                    yield Double.NaN;
                }
                yield grade.charAt(0);
        };
    }

    static String nested(int a, int b) {
        return switch (a) {
            case 0 -> switch (b) {
                case 0 -> "origin";
                default -> "y axis";
            };
            case 1 -> b > 0 ? "right" + b : "right";
            default -> throw new IllegalArgumentException("a=" + a);
        };
    }

    public static void main(String[] args) {
        int total = 0;
        for (Day day : Day.values()) {
            total = total * 10 + letters(day);
        }
        System.out.println(total);
        System.out.println(score("A") + " " + score("B") + " " + score("") + " " + score("z"));
        System.out.println(nested(0, 0) + " " + nested(0, 3) + " " + nested(1, 2) + " " + nested(1, -2));
        try {
            nested(9, 9);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        long sum = 1;
        for (int i = 0; i < 20; i++) {
            sum += switch (i % 4) {
                case 0 -> sum;
                case 1 -> 1;
                case 2 -> i * 2L;
                default -> {
                    long s = 0;
                    for (int k = 0; k < i; k++) {
                        s += k;
                    }
                    yield s;
                }
            };
        }
        System.out.println(sum);
        char c = 'x';
        System.out.println(1 + switch (c) { case 'x' -> 1 + switch (total) { case 1 -> 1; default -> 40; }; default -> 0; } + "!");
        Object o = switch (total % 2) { case 0 -> "even"; default -> total; };
        System.out.println(o);
    }
}
