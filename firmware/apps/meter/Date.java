package meter;

/** A day of the calendar; the first one is Saturday, 1 January 2000. Weekdays count from Monday, 0. */
record Date(int year, int month, int day, int weekday) {
    static final Date FIRST = new Date(2000, 1, 1, 5);

    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    Date next() {
        int nextWeekday = (weekday + 1) % 7;
        if (day < daysIn(year, month)) {
            return new Date(year, month, day + 1, nextWeekday);
        }
        return month < 12 ? new Date(year, month + 1, 1, nextWeekday) : new Date(year + 1, 1, 1, nextWeekday);
    }

    static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    boolean isWeekend() {
        return weekday >= 5;
    }

    String monthName() {
        return MONTHS[month - 1] + " " + year;
    }

    @Override
    public String toString() {
        return WEEKDAYS[weekday] + " " + year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
    }
}
