package java.util;

import java.io.Serializable;

/** A language and a country. The device writes numbers and texts in one way for all of them: as {@link #ROOT} does. */
public final class Locale implements Cloneable, Serializable {
    public static final Locale ROOT = new Locale("", "");
    public static final Locale ENGLISH = new Locale("en", "");
    public static final Locale FRENCH = new Locale("fr", "");
    public static final Locale GERMAN = new Locale("de", "");
    public static final Locale ITALIAN = new Locale("it", "");
    public static final Locale JAPANESE = new Locale("ja", "");
    public static final Locale KOREAN = new Locale("ko", "");
    public static final Locale CHINESE = new Locale("zh", "");
    public static final Locale US = new Locale("en", "US");
    public static final Locale UK = new Locale("en", "GB");
    public static final Locale CANADA = new Locale("en", "CA");
    public static final Locale FRANCE = new Locale("fr", "FR");
    public static final Locale GERMANY = new Locale("de", "DE");
    public static final Locale ITALY = new Locale("it", "IT");
    public static final Locale JAPAN = new Locale("ja", "JP");
    public static final Locale KOREA = new Locale("ko", "KR");
    public static final Locale CHINA = new Locale("zh", "CN");

    private static Locale standard = ENGLISH;

    /** What a locale is asked for; the device makes no difference. */
    public enum Category {
        DISPLAY,
        FORMAT
    }

    private final String language;
    private final String country;
    private final String variant;

    public Locale(String language) {
        this(language, "", "");
    }

    public Locale(String language, String country) {
        this(language, country, "");
    }

    public Locale(String language, String country, String variant) {
        this.language = language.toLowerCase();
        this.country = country.toUpperCase();
        this.variant = Objects.requireNonNull(variant);
    }

    public static Locale getDefault() {
        return standard;
    }

    public static Locale getDefault(Category category) {
        Objects.requireNonNull(category);
        return standard;
    }

    public static void setDefault(Locale newLocale) {
        standard = Objects.requireNonNull(newLocale);
    }

    public static void setDefault(Category category, Locale newLocale) {
        Objects.requireNonNull(category);
        setDefault(newLocale);
    }

    /** Understands {@code language-COUNTRY}. */
    public static Locale forLanguageTag(String languageTag) {
        int dash = languageTag.indexOf('-');
        return dash < 0
                ? new Locale(languageTag)
                : new Locale(languageTag.substring(0, dash), languageTag.substring(dash + 1));
    }

    public String getLanguage() {
        return language;
    }

    public String getCountry() {
        return country;
    }

    public String getVariant() {
        return variant;
    }

    public String getScript() {
        return "";
    }

    public String toLanguageTag() {
        if (language.isEmpty() && country.isEmpty()) {
            return "und";
        }
        return country.isEmpty() ? language : language + "-" + country;
    }

    @Override
    public String toString() {
        if (language.isEmpty() && country.isEmpty()) {
            return "";
        }
        String place = country.isEmpty() && variant.isEmpty() ? language : language + "_" + country;
        return variant.isEmpty() ? place : place + "_" + variant;
    }

    @Override
    public boolean equals(Object obj) {
        if (!(obj instanceof Locale)) {
            return false;
        }
        Locale other = (Locale) obj;
        return language.equals(other.language) && country.equals(other.country) && variant.equals(other.variant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(language, country, variant);
    }

    @Override
    public Object clone() {
        try {
            return super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }
}
