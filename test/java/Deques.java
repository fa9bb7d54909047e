/** ArrayDeque at both ends, round the ring and through growth. */
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

public class Deques {
    public static void main(String[] args) {
        Deque<Integer> deque = new ArrayDeque<>();
        for (int i = 0; i < 10; i++) {
            if (i % 2 == 0) {
                deque.addFirst(i);
            } else {
                deque.addLast(i);
            }
        }
        System.out.println(deque + " " + deque.peekFirst() + " " + deque.peekLast() + " " + deque.size());
        System.out.println(deque.pollFirst() + " " + deque.pollLast() + " " + deque.pop() + " " + deque.remove() + " " + deque);
        deque.push(99);
        System.out.println(deque.removeFirstOccurrence(3) + " " + deque.removeLastOccurrence(77) + " " + deque.contains(5) + " " + deque);
        Iterator<Integer> down = deque.descendingIterator();
        StringBuilder line = new StringBuilder();
        while (down.hasNext()) {
            int n = down.next();
            line.append(n).append(' ');
            if (n == 5) {
                down.remove();
            }
        }
        System.out.println(line + "| " + deque);
        try {
            deque.add(null);
        } catch (NullPointerException e) {
            System.out.println("no nulls");
        }
        deque.clear();
        System.out.println(deque.poll() + " " + deque.peek() + " " + deque.isEmpty());
        try {
            deque.pop();
        } catch (NoSuchElementException e) {
            System.out.println("empty");
        }
        Deque<Integer> ring = new ArrayDeque<>(4);
        long sum = 0;
        for (int i = 0; i < 4000; i++) {
            ring.addLast(i);
            if (i % 5 == 0) {
                ring.addFirst(-i);
            }
            if (i % 3 != 0) {
                sum = sum * 7 + ring.removeFirst();
            }
            if (i % 11 == 0) {
                sum = sum * 7 + ring.removeLast();
            }
        }
        System.out.println(ring.size() + " " + sum + " " + ring.getFirst() + " " + ring.getLast());
        System.out.println(Arrays.toString(new ArrayDeque<>(Arrays.asList("x", "y")).toArray()));
        String balanced = "([{}])()";
        String unbalanced = "([)]";
        System.out.println(balance(balanced) + " " + balance(unbalanced) + " " + balance("(("));
    }

    static boolean balance(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : text.toCharArray()) {
            int kind = ")]}".indexOf(c);
            if (kind < 0) {
                open.push(c);
            } else if (open.isEmpty() || open.pop() != "([{".charAt(kind)) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
