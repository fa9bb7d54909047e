/** Priority queues, array deques, linked lists as queues and stacks. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Stack;
import java.util.TreeSet;

public class QueuesAndHeaps {
    private static void deque(Deque<Integer> deque) {
        for (int i = 0; i < 20; i++) {
            if (i % 3 == 0) {
                deque.addFirst(i);
            } else {
                deque.addLast(i);
            }
        }
        System.out.println(deque + " " + deque.peekFirst() + deque.peekLast() + " " + deque.pollFirst() + deque.pollLast() + " " + deque.size() + " " + deque.contains(7));
        Iterator<Integer> down = deque.descendingIterator();
        down.next();
        down.remove();
        deque.removeFirstOccurrence(5);
        deque.removeLastOccurrence(3);
        deque.push(100);
        deque.removeIf(x -> x % 2 == 1);
        System.out.println(deque + " " + deque.pop() + deque.getFirst() + deque.getLast() + " " + deque.offerFirst(1) + deque.offerLast(2) + deque.element() + deque.remove() + " " + Arrays.toString(deque.toArray(new Integer[0])));
        deque.clear();
        System.out.println(deque.peek() + " " + deque.poll() + " " + deque.isEmpty());
        for (Runnable bad : new Runnable[] {deque::removeFirst, deque::getLast, deque::pop, deque::element, () -> deque.iterator().next()}) {
            try {
                bad.run();
            } catch (NoSuchElementException e) {
                System.out.print(e.getMessage() + " ");
            }
        }
        System.out.println();
    }

    public static void main(String[] args) {
        deque(new ArrayDeque<>());
        deque(new LinkedList<>());
        PriorityQueue<Integer> heap = new PriorityQueue<>();
        for (int x : new int[] {5, 3, 8, 1, 9, 2, 7, 3}) {
            heap.offer(x);
        }
        System.out.println(heap + " " + heap.peek() + " " + heap.remove(8) + " " + heap + " " + heap.contains(9) + " " + heap.size());
        StringBuilder out = new StringBuilder();
        while (!heap.isEmpty()) {
            out.append(heap.poll()).append(' ');
        }
        System.out.println(out);
        PriorityQueue<String> words = new PriorityQueue<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
        words.addAll(List.of("pear", "fig", "apple", "kiwi", "date", "nut"));
        System.out.println(words + " " + words.comparator().compare("a", "b"));
        Iterator<String> it = words.iterator();
        while (it.hasNext()) {
            if (it.next().length() == 4) {
                it.remove();
            }
        }
        System.out.println(words + " " + new PriorityQueue<>(words).poll() + " " + new PriorityQueue<>(new TreeSet<>(List.of(3, 1, 2))) + " " + new PriorityQueue<>(List.of(4, 3, 2, 1)));
        try {
            heap.add(null);
        } catch (NullPointerException e) {
            System.out.println("no nulls");
        }
        try {
            new PriorityQueue<>(0);
        } catch (IllegalArgumentException e) {
            System.out.println("capacity " + e.getMessage());
        }
        try {
            new ArrayDeque<>().add(null);
        } catch (NullPointerException e) {
            System.out.println("no nulls");
        }
        Stack<Integer> stack = new Stack<>();
        stack.push(1);
        stack.push(2);
        stack.add(3);
        System.out.println(stack + " " + stack.search(1) + " " + stack.pop() + stack.peek() + " " + stack.empty() + " " + stack.firstElement() + " " + stack.search(9));
        Queue<int[]> frontier = new LinkedList<>();
        int[][] grid = new int[6][6];
        frontier.add(new int[] {0, 0});
        grid[0][0] = 1;
        while (!frontier.isEmpty()) {
            int[] at = frontier.remove();
            for (int[] step : new int[][] {{0, 1}, {1, 0}, {2, 1}}) {
                int r = at[0] + step[0];
                int c = at[1] + step[1];
                if (r < 6 && c < 6 && grid[r][c] == 0) {
                    grid[r][c] = grid[at[0]][at[1]] + 1;
                    frontier.add(new int[] {r, c});
                }
            }
        }
        System.out.println(Arrays.deepToString(grid));
        List<Integer> list = new LinkedList<>(List.of(1, 2, 3));
        list.add(1, 9);
        list.remove((Object) 3);
        list.addAll(2, List.of(7, 8));
        System.out.println(list + " " + list.indexOf(8) + " " + new ArrayList<>(list).equals(list) + " " + list.hashCode());
        try {
            list.get(10);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
