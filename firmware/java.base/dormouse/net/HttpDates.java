package dormouse.net;

/** Dates in headers: "Sun, 06 Nov 1994 08:49:37 GMT". */
final class HttpDates {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long MILLIS_PER_DAY = 86_400_000;

    private HttpDates() {}

    /** Milliseconds since 1970, or {@code otherwise}. */
    static long parse(String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        String[] words = text.trim().split(" +");
        if (words.length != 6 || !words[5].equals("GMT") || words[1].length() != 2 || words[4].length() != 8) {
            return otherwise;
        }
        int month = MONTHS.indexOf(words[2]);
        if (month < 0 || month % 3 != 0 || words[2].length() != 3) {
            return otherwise;
        }
        try {
            int day = Integer.parseInt(words[1]);
            int year = Integer.parseInt(words[3]);
            int hour = Integer.parseInt(words[4].substring(0, 2));
            int minute = Integer.parseInt(words[4].substring(3, 5));
            int second = Integer.parseInt(words[4].substring(6, 8));
            return daysTo(year, month / 3 + 1, day) * MILLIS_PER_DAY + ((hour * 60L + minute) * 60 + second) * 1000;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Days from 1970 on, with years that begin in March so that the leap day is the last. */
    private static long daysTo(int year, int month, int day) {
        long shifted = month > 2 ? year : year - 1;
        long fromMarch = (month + 9) % 12;
        long inYear = (153 * fromMarch + 2) / 5 + day - 1;
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468;
    }
}
