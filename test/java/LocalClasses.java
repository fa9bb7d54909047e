/** Local and anonymous classes that capture variables, parameters and this. */
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

public class LocalClasses {
    final String prefix;

    LocalClasses(String prefix) {
        this.prefix = prefix;
    }

    interface Speaker {
        String speak();
    }

    List<Speaker> speakers(int count, String suffix) {
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            class Numbered implements Speaker {
                final int doubled = number * 2;

                @Override
                public String speak() {
                    return prefix + number + "/" + doubled + suffix + (number > 0 ? new Numbered().doubled : "");
                }
            }
            speakers.add(new Numbered());
        }
        return speakers;
    }

    static Iterable<Integer> range(int from, int to) {
        return new Iterable<>() {
            @Override
            public Iterator<Integer> iterator() {
                return new Iterator<>() {
                    int at = from;

                    @Override
                    public boolean hasNext() {
                        return at < to;
                    }

                    @Override
                    public Integer next() {
                        return at++;
                    }
                };
            }
        };
    }

    public static void main(String[] args) {
        for (Speaker speaker : new LocalClasses("no. ").speakers(4, "!")) {
            System.out.println(speaker.speak());
        }
        int sum = 0;
        for (int a : range(0, 10)) {
            for (int b : range(a, 10)) {
                sum += a * b;
            }
        }
        System.out.println(sum);
        int[] box = {0};
        Runnable increment = new Runnable() {
            private int calls;

            {
                calls = 10;
            }

            @Override
            public void run() {
                box[0] += ++calls;
            }
        };
        increment.run();
        increment.run();
        System.out.println(box[0]);
        record Point(int x, int y) { }
        enum Color { RED, BLUE }
        System.out.println(new Point(1, 2) + " " + Color.BLUE);
        Object counted = new Object() {
            int hidden = 3;

            @Override
            public String toString() {
                return "hidden " + hidden++;
            }
        };
        System.out.println(counted + " " + counted);
        var open = new Object() {
            int a = 1;
            int twice() {
                return a * 2;
            }
        };
        open.a = 21;
        System.out.println(open.twice());
    }
}
