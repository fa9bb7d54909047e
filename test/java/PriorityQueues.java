/** PriorityQueue: order of removal, comparators, the array it is kept in. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

public class PriorityQueues {
    record Task(String name, int priority) { }

    public static void main(String[] args) {
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        for (int i = 0; i < 15; i++) {
            queue.add(i * 7 % 16);
        }
        System.out.println(queue + " " + queue.peek() + " " + queue.size() + " " + queue.contains(9));
        queue.remove(4);
        System.out.println(queue);
        StringBuilder line = new StringBuilder();
        while (!queue.isEmpty()) {
            line.append(queue.poll()).append(' ');
        }
        System.out.println(line + "" + queue.poll());
        PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::priority).thenComparing(Task::name, Collections.reverseOrder()));
        for (String name : "sleep eat code test ship rest plan".split(" ")) {
            tasks.offer(new Task(name, name.length() % 3));
        }
        List<String> order = new ArrayList<>();
        for (Task task; (task = tasks.poll()) != null;) {
            order.add(task.name() + task.priority());
        }
        System.out.println(order);
        PriorityQueue<String> reverse = new PriorityQueue<>(4, Collections.reverseOrder());
        reverse.addAll(Arrays.asList("m", "z", "a", "q"));
        System.out.println(reverse.peek() + " " + reverse);
        System.out.println(new PriorityQueue<>(Arrays.asList(5, 4, 3, 2, 1, 0)));
        PriorityQueue<Long> heap = new PriorityQueue<>();
        long x = 3;
        long sum = 0;
        for (int i = 0; i < 3000; i++) {
            x = (x * 1103515245 + 12345) & 0x7fffffff;
            heap.add(x);
            if (i % 2 == 1) {
                sum = sum * 31 + heap.poll();
            }
        }
        System.out.println(heap.size() + " " + sum);
        try {
            queue.add(null);
        } catch (NullPointerException e) {
            System.out.println("no nulls");
        }
    }
}
