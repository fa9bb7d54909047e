/** Switch over strings, also over strings with equal hash codes. */
public class SwitchStrings {
    static int number(String s) {
        switch (s) {
            case "one": return 1;
            case "two": return 2;
            case "Aa": return 10;
            case "BB": return 20;
            case "AaAa": return 30;
            case "BBBB": return 40;
            case "AaBB": return 50;
            case "": return 0;
            default: return -1;
        }
    }

    public static void main(String[] args) {
        String[] words = {"one", "two", "three", "Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "ONE", new String("one")};
        for (String word : words) {
            System.out.println('"' + word + "\" " + number(word));
        }
        System.out.println("Aa".hashCode() == "BB".hashCode());
        String found = "";
        for (String word : new String[] {"TO", "BE", "OR", "NOT", "TO", "BE", "THAT", "IS"}) {
            switch (word) {
                case "BE":
                    found += "[be]";
                    break;
                case "OR":
                    found += "[or]";
                case "NOT":
                    found += "[not]";
                    break;
                default:
                    found += word.length();
            }
        }
        System.out.println(found);
        try {
            number(null);
        } catch (NullPointerException e) {
            System.out.println("null has no case");
        }
    }
}
