/** The elder collections Stack and Vector. */
import java.util.Arrays;
import java.util.EmptyStackException;
import java.util.Enumeration;
import java.util.Stack;
import java.util.Vector;

public class StacksAndVectors {
    public static void main(String[] args) {
        Stack<String> stack = new Stack<>();
        for (String s : "to be or not to be".split(" ")) {
            stack.push(s);
        }
        System.out.println(stack + " " + stack.peek() + " " + stack.search("be") + " " + stack.search("or") + " " + stack.search("x"));
        System.out.println(stack.pop() + " " + stack.pop() + " " + stack.size() + " " + stack.empty() + " " + stack.get(0));
        while (!stack.isEmpty()) {
            System.out.print(stack.pop() + " ");
        }
        System.out.println();
        try {
            stack.pop();
        } catch (EmptyStackException e) {
            System.out.println(e);
        }
        Vector<Integer> vector = new Vector<>(3, 2);
        for (int i = 0; i < 10; i++) {
            vector.addElement(i * i);
        }
        System.out.println(vector + " " + vector.capacity() + " " + vector.firstElement() + " " + vector.lastElement() + " "
                + vector.elementAt(3) + " " + vector.indexOf(49) + " " + vector.indexOf(4, 3));
        vector.insertElementAt(-1, 2);
        vector.removeElementAt(0);
        vector.removeElement(81);
        vector.setElementAt(1000, 0);
        vector.setSize(5);
        System.out.println(vector);
        vector.setSize(7);
        System.out.println(vector);
        Enumeration<Integer> e = vector.elements();
        int sum = 0;
        while (e.hasMoreElements()) {
            Integer n = e.nextElement();
            sum += n == null ? 1 : n;
        }
        System.out.println(sum);
        Object[] copy = new Object[7];
        vector.copyInto(copy);
        System.out.println(Arrays.toString(copy) + vector.equals(Arrays.asList(copy)));
        try {
            vector.elementAt(7);
        } catch (ArrayIndexOutOfBoundsException x) {
            System.out.println(x.getMessage());
        }
        try {
            vector.get(-1);
        } catch (ArrayIndexOutOfBoundsException x) {
            System.out.println(x.getMessage());
        }
        vector.removeAllElements();
        System.out.println(vector.isEmpty());
    }
}
