/** ArrayList: inserting, removing, searching, views, conversion. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

public class ArrayLists {
    public static void main(String[] args) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            list.add(i * i % 11);
        }
        list.add(3, 100);
        list.add(list.size(), 200);
        System.out.println(list + " " + list.indexOf(5) + " " + list.lastIndexOf(5) + " " + list.indexOf(-1) + " " + list.contains(200));
        System.out.println(list.remove(0) + " " + list.remove(Integer.valueOf(5)) + " " + list.remove(Integer.valueOf(77)) + " "
                + list.set(0, 42) + " " + list);
        list.addAll(Arrays.asList(7, 8, 9));
        list.addAll(2, Arrays.asList(-1, -2));
        list.removeAll(Arrays.asList(9, 4));
        System.out.println(list + " " + list.size());
        List<Integer> sub = list.subList(2, 6);
        sub.set(0, 1000);
        sub.add(555);
        sub.remove(1);
        System.out.println(sub + " " + list);
        sub.clear();
        System.out.println(list + " " + sub.isEmpty());
        Integer[] array = list.toArray(new Integer[0]);
        Object[] objects = list.toArray();
        Integer[] longer = list.toArray(new Integer[20]);
        System.out.println(array.length + " " + objects.length + " " + longer[array.length] + " " + array.getClass().getSimpleName());
        list.replaceAll(x -> x / 2);
        list.removeIf(x -> x == 0);
        list.sort(null);
        System.out.println(list);
        list.sort(Collections.reverseOrder());
        System.out.println(list + " " + list.equals(new ArrayList<>(list)) + " " + list.equals(Collections.emptyList()));
        int sum = 0;
        for (int x : list) {
            sum += x;
        }
        System.out.println(sum);
        for (int index : new int[] {-1, list.size(), 1000}) {
            try {
                list.get(index);
            } catch (IndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
            try {
                list.add(index, 0);
                System.out.println("added at the end");
            } catch (IndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
        List<List<String>> nested = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nested.add(new ArrayList<>(Collections.nCopies(i, "x" + i)));
        }
        System.out.println(nested + " " + nested.hashCode());
        ArrayList<String> strings = new ArrayList<>(2);
        for (int i = 0; i < 1000; i++) {
            strings.add(strings.size() / 2, "s" + i);
        }
        for (int i = 0; i < 500; i++) {
            strings.remove(strings.size() / 3);
        }
        strings.trimToSize();
        System.out.println(strings.size() + " " + strings.hashCode() + " " + strings.get(250));
        list.forEach(x -> System.out.print(x + ";"));
        System.out.println();
    }
}
