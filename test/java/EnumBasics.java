/** values, valueOf, ordinal, comparison, fields and constructors of enums. */
public class EnumBasics {
    enum Planet {
        MERCURY(3.303e+23, 2.4397e6), EARTH(5.976e+24, 6.37814e6), JUPITER(1.9e+27, 7.1492e7);

        private static final double G = 6.67300E-11;
        private static int created;
        final double mass;
        final double radius;

        Planet(double mass, double radius) {
            this.mass = mass;
            this.radius = radius;
        }

        static {
            for (Planet p : values()) {
                created += p.ordinal() + 1;
            }
        }

        double gravity() {
            return G * mass / (radius * radius);
        }
    }

    enum Empty { }

    enum Single { ONLY { } }

    public static void main(String[] args) {
        for (Planet planet : Planet.values()) {
            System.out.println(planet.ordinal() + " " + planet + " " + planet.name() + " " + planet.gravity());
        }
        System.out.println(Planet.created + " " + Empty.values().length);
        System.out.println(Planet.valueOf("EARTH") == Planet.EARTH);
        System.out.println(Planet.EARTH.compareTo(Planet.JUPITER) + " " + Planet.EARTH.equals(Planet.EARTH) + " "
                + Planet.EARTH.getDeclaringClass().getSimpleName() + " " + Single.ONLY.getDeclaringClass().getName() + " "
                + Single.ONLY.getClass().getName());
        try {
            Planet.valueOf("PLUTO");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            Enum.valueOf(Planet.class, null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Planet.values() == Planet.values());
        Planet[] copy = Planet.values();
        copy[0] = null;
        System.out.println(Planet.values()[0]);
        Comparable<Planet> comparable = Planet.MERCURY;
        System.out.println(comparable.compareTo(Planet.EARTH) < 0);
        System.out.println(Planet.class.getEnumConstants().length + " " + (String.class.getEnumConstants() == null));
    }
}
