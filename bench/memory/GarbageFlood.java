/** Much garbage over a small live set: a ring of objects, each replaced now and then. Arguments: live KiB, KiB of garbage. */
public final class GarbageFlood {
    private static final int OBJECT_BYTES = 16 + 4 * 12;

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]) * 1024 / OBJECT_BYTES;
        long garbageBytes = Long.parseLong(args[1]) * 1024;
        int[][] ring = new int[count][];
        for (int index = 0; index < count; index++) ring[index] = objectFor(index, 0);
        long made = 0;
        int sum = 0;
        for (int round = 0; made < garbageBytes; round++) {
            int[] object = objectFor(round, round);
            sum += object[round % 12];
            if (round % 1000 == 0) ring[round / 1000 % count] = object;
            made += OBJECT_BYTES;
        }
        int wrong = 0;
        for (int[] object : ring) {
            for (int index = 1; index < object.length; index++) if (object[index] != object[0] + index) wrong++;
        }
        System.out.println("flood over " + count + ": " + sum + (wrong == 0 ? " as expected" : ", WRONG " + wrong));
    }

    private static int[] objectFor(int number, int round) {
        int[] object = new int[12];
        for (int index = 0; index < object.length; index++) object[index] = number * 3 + round + index;
        return object;
    }
}
