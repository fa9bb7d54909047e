import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Runs many programs in one machine, each by a class loader of its own: arguments are a folder with one folder a program,
 * and a file with lines "number main-class". Prints a line a program: number, how it ended, what was thrown, and its
 * output in base 64.
 */
public class Judge {
    private static final long MILLIS_MAX = 4000;

    /** Finds classes in one folder, and the platform's. */
    private static final class Loader extends ClassLoader {
        private final Path folder;

        Loader(Path folder) {
            super(ClassLoader.getPlatformClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            try {
                byte[] bytes = Files.readAllBytes(file);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException | java.nio.file.InvalidPathException e) {
                throw new ClassNotFoundException(name);
            }
        }
    }

    private static final class Exit extends SecurityException {
        final int status;

        Exit(int status) {
            this.status = status;
        }
    }

    /** A program may neither end this machine nor touch files. */
    @SuppressWarnings("removal")
    private static final class Guard extends SecurityManager {
        @Override
        public void checkPermission(java.security.Permission permission) {
        }

        @Override
        public void checkExit(int status) {
            throw new Exit(status);
        }

        @Override
        public void checkWrite(String file) {
            throw new SecurityException("no writing");
        }

        @Override
        public void checkDelete(String file) {
            throw new SecurityException("no deleting");
        }

        @Override
        public void checkExec(String command) {
            throw new SecurityException("no starting");
        }
    }

    private static volatile String end;
    private static volatile Throwable thrown;

    @SuppressWarnings("removal")
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        List<String> programs = Files.readAllLines(Path.of(args[1]));
        System.setSecurityManager(new Guard());
        System.setIn(new java.io.ByteArrayInputStream(new byte[0]));
        for (String line : programs) {
            int space = line.indexOf(' ');
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            run(Path.of(args[0], line.substring(0, space)), line.substring(space + 1));
            System.setOut(out);
            System.setErr(err);
            byte[] bytes = said.toByteArray();
            String what = thrown == null ? "" : firstLine(thrown);
            out.println(line.substring(0, space) + "\t" + end + "\t" + what + "\t"
                    + Base64.getEncoder().encodeToString(bytes));
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String firstLine(Throwable of) {
        String text;
        try {
            text = String.valueOf(of.toString());
        } catch (Throwable e) {
            text = of.getClass().getName();
        }
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).replace('\t', ' ');
    }

    @SuppressWarnings("removal")
    private static void run(Path folder, String mainClass) throws InterruptedException {
        end = "timeout";
        thrown = null;
        ThreadGroup group = new ThreadGroup(mainClass);
        Thread thread = new Thread(group, () -> call(folder, mainClass), "main", 1 << 20);
        thread.setDaemon(true);
        thread.start();
        long until = System.currentTimeMillis() + MILLIS_MAX;
        while (group.activeCount() > 0 && System.currentTimeMillis() < until) thread.join(5);
        if (group.activeCount() > 0) end = "timeout";
        Thread[] left = new Thread[group.activeCount() + 8];
        int count = group.enumerate(left);
        for (int i = 0; i < count; i++) left[i].stop();
        thread.join(500);
    }

    private static void call(Path folder, String mainClass) {
        String how = "done";
        Throwable what = null;
        try {
            Class<?> of = Class.forName(mainClass, true, new Loader(folder));
            Method main = of.getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            what = e.getCause();
            how = "thrown";
        } catch (Throwable e) {
            what = e;
            how = "thrown";
        }
        if (what instanceof ThreadDeath) return;
        if (what instanceof Exit) {
            how = "exit " + ((Exit) what).status;
            what = null;
        }
        thrown = what;
        end = how;
    }
}
