/** Blocking queues of all kinds. */
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

public class BlockingQueues {
    private static void relay(BlockingQueue<Integer> queue, String name) throws InterruptedException {
        Thread producer = new Thread(() -> {
            try {
                for (int i = 1; i <= 10; i++) {
                    queue.put(i);
                }
            } catch (InterruptedException e) {
                System.out.println("unexpected");
            }
        });
        producer.start();
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum = sum * 3 + queue.take();
        }
        producer.join();
        System.out.println(name + " " + sum + " " + queue.size() + " " + queue.poll(1, TimeUnit.MILLISECONDS));
    }

    public static void main(String[] args) throws Exception {
        relay(new ArrayBlockingQueue<>(2), "array");
        relay(new LinkedBlockingQueue<>(), "linked");
        relay(new LinkedBlockingDeque<>(3), "deque");
        relay(new SynchronousQueue<>(), "synchronous");
        ArrayBlockingQueue<String> array = new ArrayBlockingQueue<>(2);
        System.out.println(array.offer("a") + " " + array.offer("b") + " " + array.offer("c") + " " + array.offer("c", 1, TimeUnit.MILLISECONDS)
                + " " + array.remainingCapacity() + " " + array);
        try {
            array.add("d");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            array.offer(null);
        } catch (NullPointerException e) {
            System.out.println("no nulls");
        }
        System.out.println(array.peek() + " " + array.element() + " " + array.remove() + " " + array.contains("b") + " " + array.remove("z"));
        List<String> drained = new ArrayList<>();
        System.out.println(array.drainTo(drained) + " " + drained + " " + array.isEmpty());
        try {
            array.element();
        } catch (NoSuchElementException e) {
            System.out.println("empty " + e.getMessage());
        }
        PriorityBlockingQueue<Integer> priority = new PriorityBlockingQueue<>(List.of(5, 1, 4, 2, 3));
        StringBuilder order = new StringBuilder();
        while (!priority.isEmpty()) {
            order.append(priority.take()).append(' ');
        }
        System.out.println(order);
        PriorityBlockingQueue<String> byLength = new PriorityBlockingQueue<>(4, (a, b) -> b.length() - a.length());
        byLength.addAll(List.of("aa", "b", "cccc"));
        System.out.println(byLength.poll() + " " + byLength.peek() + " " + byLength.remainingCapacity());
        LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(4);
        deque.addFirst(2);
        deque.putFirst(1);
        deque.putLast(3);
        deque.offerLast(4);
        System.out.println(deque + " " + deque.offerFirst(0) + " " + deque.peekFirst() + " " + deque.peekLast());
        try {
            deque.addLast(9);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        Iterator<Integer> down = deque.descendingIterator();
        StringBuilder descending = new StringBuilder();
        while (down.hasNext()) {
            descending.append(down.next()).append(' ');
        }
        System.out.println(descending + "" + deque.takeLast() + deque.takeFirst() + deque.pollLast() + deque.pop() + " " + deque.pollFirst(1, TimeUnit.MILLISECONDS));
        ConcurrentLinkedDeque<String> linked = new ConcurrentLinkedDeque<>(List.of("x", "y"));
        linked.push("w");
        linked.offerLast("z");
        for (String s : linked) {
            linked.remove("y");
        }
        System.out.println(linked + " " + linked.pollLast() + " " + linked.getFirst());
        SynchronousQueue<Integer> none = new SynchronousQueue<>();
        System.out.println(none.offer(1) + " " + none.poll() + " " + none.size() + " " + none);
        Iterator<Integer> weak = new LinkedBlockingQueue<>(List.of(1, 2, 3)).iterator();
        System.out.println(weak.next() + weak.next() + weak.next() + " " + weak.hasNext());
    }
}
