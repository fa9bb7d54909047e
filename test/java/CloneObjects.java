/** clone: shallow, deep, refused, and through several classes. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;

public class CloneObjects {
    static class Sheep implements Cloneable {
        String name = "Dolly";
        int[] legs = {1, 2, 3, 4};
        Sheep friend;

        Sheep copy() throws CloneNotSupportedException {
            return (Sheep) clone();
        }
    }

    static class DeepSheep extends Sheep {
        long weight = 70;

        @Override
        protected Object clone() throws CloneNotSupportedException {
            DeepSheep deep = (DeepSheep) super.clone();
            deep.legs = legs.clone();
            deep.friend = friend == null ? null : friend.copy();
            return deep;
        }
    }

    static class Goat {
        Goat copy() throws CloneNotSupportedException {
            return (Goat) clone();
        }
    }

    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws CloneNotSupportedException {
        Sheep dolly = new Sheep();
        Sheep twin = dolly.copy();
        twin.name = "Twin";
        twin.legs[0] = 99;
        System.out.println(dolly.name + dolly.legs[0] + " " + twin.name + twin.legs[0] + " " + (dolly == twin) + " "
                + (dolly.getClass() == twin.getClass()));
        DeepSheep deep = new DeepSheep();
        deep.friend = dolly;
        DeepSheep other = (DeepSheep) deep.copy();
        other.legs[0] = 55;
        other.friend.name = "Friend";
        System.out.println(deep.legs[0] + " " + other.legs[0] + " " + dolly.name + " " + other.friend.name + " " + other.weight);
        try {
            new Goat().copy();
        } catch (CloneNotSupportedException e) {
            System.out.println(e);
        }
        ArrayList<int[]> list = new ArrayList<>(Arrays.asList(new int[] {1}, new int[] {2}));
        ArrayList<int[]> listCopy = (ArrayList<int[]>) list.clone();
        listCopy.add(new int[] {3});
        listCopy.get(0)[0] = 10;
        System.out.println(list.size() + " " + listCopy.size() + " " + list.get(0)[0]);
        HashMap<String, Integer> map = new HashMap<>();
        map.put("a", 1);
        HashMap<String, Integer> mapCopy = (HashMap<String, Integer>) map.clone();
        mapCopy.put("b", 2);
        System.out.println(map + " " + mapCopy);
    }
}
