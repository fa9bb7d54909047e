/** LinkedList as list, queue and stack; list iterators that go both ways. */
import java.util.Arrays;
import java.util.LinkedList;
import java.util.ListIterator;
import java.util.NoSuchElementException;

public class LinkedLists {
    public static void main(String[] args) {
        LinkedList<String> list = new LinkedList<>(Arrays.asList("b", "c", "d"));
        list.addFirst("a");
        list.addLast("e");
        list.add(2, "between");
        System.out.println(list + " " + list.getFirst() + " " + list.getLast() + " " + list.get(3) + " " + list.indexOf("d"));
        System.out.println(list.removeFirst() + " " + list.removeLast() + " " + list.remove(1) + " " + list.remove("zzz") + " " + list);
        list.push("top");
        System.out.println(list.pop() + " " + list.peek() + " " + list.poll() + " " + list.offer("x") + " " + list.pollLast() + " " + list);
        list.clear();
        System.out.println(list.peek() + " " + list.poll() + " " + list.peekFirst() + " " + list.pollLast() + " " + list.size());
        try {
            list.remove();
        } catch (NoSuchElementException e) {
            System.out.println("nothing to remove");
        }
        for (int i = 0; i < 10; i++) {
            list.add("n" + i);
        }
        ListIterator<String> it = list.listIterator();
        for (int i = 0; it.hasNext(); i++) {
            int index = it.nextIndex();
            String s = it.next();
            if (i % 3 == 0) {
                it.remove();
            } else if (i % 3 == 1) {
                it.set(s.toUpperCase());
            } else {
                it.add("+" + index);
            }
        }
        System.out.println(list);
        StringBuilder back = new StringBuilder();
        while (it.hasPrevious()) {
            back.append(it.previousIndex()).append(it.previous()).append(' ');
        }
        System.out.println(back);
        ListIterator<String> from = list.listIterator(4);
        System.out.println(from.next() + " " + from.previous() + " " + from.previous());
        try {
            from.remove();
            from.remove();
        } catch (IllegalStateException e) {
            System.out.println("removed already");
        }
        System.out.println(list + " " + list.equals(new java.util.ArrayList<>(list)));
        LinkedList<Integer> queue = new LinkedList<>();
        long checksum = 0;
        for (int i = 0; i < 5000; i++) {
            queue.add(i);
            if (i % 3 == 0) {
                checksum = checksum * 31 + queue.remove();
            }
            if (i % 7 == 1) {
                queue.addFirst(queue.removeLast());
            }
        }
        System.out.println(queue.size() + " " + checksum + " " + queue.peekFirst() + " " + queue.peekLast());
        java.util.Iterator<Integer> down = queue.descendingIterator();
        System.out.println(down.next() + " " + down.next());
    }
}
