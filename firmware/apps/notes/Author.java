package notes;

import java.util.Random;

/** Writes titles, texts and queries out of a small vocabulary, some words far more often than others. */
final class Author {
    private static final String[] WORDS = {
        "winter", "nest", "acorn", "sleep", "tree", "night", "leaf", "hazel", "snow", "moon", "berry", "burrow", "spring", "rain",
        "river", "meadow", "owl", "fox", "honey", "moss", "root", "seed", "stone", "wind", "cloud", "bramble", "beech", "oak", "fern",
        "frost", "dusk", "dawn", "warm", "quiet", "small", "grey", "golden", "deep", "early", "late", "hidden", "forgotten", "remember",
        "gather", "climb", "listen", "wait", "wake", "dream", "hide", "find", "carry", "store", "count", "tail", "paw", "whisker",
        "blanket", "branch", "hollow", "path", "hedge", "garden", "harvest", "apple", "chestnut", "thistle", "feather", "candle",
        "lantern", "letter", "map", "secret", "journey", "home"};
    private static final String[] ENDINGS = {"", "", "", "s", "y", "less", "like"};
    private static final int SMALL_WORD_PERCENT = 30;
    private static final String[] SMALL_WORDS = {"the", "a", "in", "under", "of", "with", "and", "near", "before", "after"};

    private final Random random;

    Author(long seed) {
        random = new Random(seed);
    }

    /** A word of the vocabulary, the first ones most often. */
    String word() {
        int spread = 1 + random.nextInt(WORDS.length);
        return WORDS[random.nextInt(spread)];
    }

    private String wordOrName() {
        if (random.nextInt(12) == 0) {
            return word() + random.nextInt(60);
        }
        return word() + ENDINGS[random.nextInt(ENDINGS.length)];
    }

    String title() {
        return capital(word()) + " " + SMALL_WORDS[random.nextInt(SMALL_WORDS.length)] + " " + word();
    }

    String sentence() {
        StringBuilder sentence = new StringBuilder(capital(wordOrName()));
        int length = 3 + random.nextInt(7);
        for (int i = 0; i < length; i++) {
            sentence.append(' ');
            if (random.nextInt(100) < SMALL_WORD_PERCENT) {
                sentence.append(SMALL_WORDS[random.nextInt(SMALL_WORDS.length)]);
            } else {
                sentence.append(wordOrName());
            }
        }
        return sentence.append('.').toString();
    }

    String text() {
        StringBuilder text = new StringBuilder(sentence());
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(' ').append(sentence());
        }
        return text.toString();
    }

    String query() {
        return switch (random.nextInt(8)) {
            case 0 -> word() + " or " + word();
            case 1 -> word() + " (" + word() + " or " + word() + ")";
            case 2 -> word() + " -" + word();
            case 3 -> word().substring(0, 3) + "*";
            case 4 -> "#" + word();
            case 5 -> word();
            default -> word() + " " + word();
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
