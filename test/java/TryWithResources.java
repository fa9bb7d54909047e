/** try with resources: order of closing, suppressed exceptions, null resources. */
public class TryWithResources {
    static class Door implements AutoCloseable {
        final String name;
        final boolean stuck;

        Door(String name, boolean stuck) {
            this.name = name;
            this.stuck = stuck;
            if (name.isEmpty()) {
                throw new IllegalArgumentException("no name");
            }
            System.out.println("  open " + name);
        }

        @Override
        public void close() {
            System.out.println("  close " + name);
            if (stuck) {
                throw new IllegalStateException(name + " is stuck");
            }
        }
    }

    static void report(Exception e) {
        System.out.println(e);
        for (Throwable suppressed : e.getSuppressed()) {
            System.out.println("  suppressed " + suppressed);
        }
    }

    static int walk(String first, boolean firstStuck, String second, boolean secondStuck, boolean trip) throws Exception {
        try (Door a = new Door(first, firstStuck); Door b = new Door(second, secondStuck)) {
            System.out.println("  through " + a.name + " and " + b.name);
            if (trip) {
                throw new Exception("tripped");
            }
            return 1;
        } finally {
            System.out.println("  finally");
        }
    }

    public static void main(String[] args) {
        boolean[][] cases = {{false, false, false}, {false, false, true}, {true, false, false}, {true, true, false}, {true, true, true}};
        for (boolean[] c : cases) {
            try {
                System.out.println(walk("front", c[0], "back", c[1], c[2]));
            } catch (Exception e) {
                report(e);
            }
        }
        try {
            walk("front", true, "", false, false);
        } catch (Exception e) {
            report(e);
        }
        try (Door none = null) {
            System.out.println("no door: " + none);
        }
        Door shared = new Door("shared", false);
        try (shared) {
            System.out.println("  inside");
        }
        try (AutoCloseable lambda = () -> System.out.println("  closing lambda")) {
            System.out.println("  with lambda " + (lambda != null));
        } catch (Exception e) {
            report(e);
        }
    }
}
