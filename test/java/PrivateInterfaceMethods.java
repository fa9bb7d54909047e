/** Private and static methods of interfaces. */
public class PrivateInterfaceMethods {
    interface Counter {
        int start();

        default int twice() {
            return count(2);
        }

        default int thrice() {
            return count(3);
        }

        private int count(int times) {
            int sum = start();
            for (int i = 0; i < times; i++) {
                sum = step(sum);
            }
            return sum;
        }

        private static int step(int n) {
            return n * 2 + 1;
        }

        static int steps(int n) {
            return step(step(n));
        }
    }

    static class Five implements Counter {
        @Override
        public int start() {
            return 5;
        }

        int count(int times) {
            return -times;
        }
    }

    public static void main(String[] args) {
        Five five = new Five();
        Counter one = () -> 1;
        System.out.println(five.twice() + " " + five.thrice() + " " + five.count(7) + " " + one.twice() + " " + one.thrice() + " "
                + Counter.steps(100));
    }
}
