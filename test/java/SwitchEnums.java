/** Switch over enums, in several classes and with missing cases. */
public class SwitchEnums {
    enum Light { RED, YELLOW, GREEN, OFF }

    enum Direction { NORTH, EAST, SOUTH, WEST }

    static Light next(Light light) {
        switch (light) {
            case RED:
                return Light.GREEN;
            case GREEN:
                return Light.YELLOW;
            case YELLOW:
                return Light.RED;
            default:
                return light;
        }
    }

    static class Turtle {
        int x;
        int y;
        Direction facing = Direction.NORTH;

        void turn() {
            facing = Direction.values()[(facing.ordinal() + 1) % 4];
        }

        void step() {
            switch (facing) {
                case NORTH -> y++;
                case EAST -> x++;
                case SOUTH -> y--;
                case WEST -> x--;
            }
        }
    }

    public static void main(String[] args) {
        Light light = Light.RED;
        for (int i = 0; i < 5; i++) {
            System.out.print(light + " ");
            light = next(light);
        }
        System.out.println(next(Light.OFF));
        Turtle turtle = new Turtle();
        for (int i = 0; i < 100; i++) {
            for (int k = 0; k < i % 7; k++) {
                turtle.step();
            }
            turtle.turn();
        }
        System.out.println(turtle.x + "," + turtle.y + " " + turtle.facing);
        try {
            next(null);
        } catch (NullPointerException e) {
            System.out.println("no light");
        }
    }
}
