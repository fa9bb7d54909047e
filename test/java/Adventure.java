/** A small text adventure, played from standard input. */
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

public class Adventure {
    enum Way {
        NORTH, EAST, SOUTH, WEST;

        Way back() {
            return values()[(ordinal() + 2) % 4];
        }
    }

    static class Room {
        final String name;
        final Map<Way, Room> exits = new EnumMap<>(Way.class);
        final TreeSet<String> things = new TreeSet<>();
        boolean dark;

        Room(String name, String... things) {
            this.name = name;
            this.things.addAll(List.of(things));
        }

        Room to(Way way, Room other) {
            exits.put(way, other);
            other.exits.put(way.back(), this);
            return other;
        }

        String look(boolean light) {
            if (dark && !light) {
                return "It is dark.";
            }
            return "You are in the " + name + ". Exits: " + exits.keySet() + (things.isEmpty() ? "" : ". You see: " + things);
        }
    }

    private Room here;
    private final List<String> bag = new ArrayList<>();
    private int moves;
    private boolean over;

    Adventure() {
        Room burrow = new Room("burrow", "lamp", "acorn");
        Room wood = burrow.to(Way.NORTH, new Room("wood", "stick"));
        Room cave = wood.to(Way.EAST, new Room("cave", "treasure"));
        wood.to(Way.NORTH, new Room("meadow")).to(Way.WEST, new Room("river"));
        cave.dark = true;
        here = burrow;
    }

    String act(String line) {
        moves++;
        String[] words = line.trim().toLowerCase().split(" +");
        switch (words[0]) {
            case "go":
                return go(words);
            case "look":
                return here.look(bag.contains("lamp"));
            case "take":
                if (words.length > 1 && here.things.remove(words[1])) {
                    bag.add(words[1]);
                    if (words[1].equals("treasure")) {
                        over = true;
                        return "You win after " + moves + " moves.";
                    }
                    return "Taken.";
                }
                return "There is no such thing.";
            case "drop":
                if (words.length > 1 && bag.remove(words[1])) {
                    here.things.add(words[1]);
                    return "Dropped.";
                }
                return "You do not have it.";
            case "bag":
                return "You carry " + bag;
            default:
                return "I do not understand \"" + line + "\".";
        }
    }

    private String go(String[] words) {
        try {
            Way way = Way.valueOf(words[1].toUpperCase());
            Room next = here.exits.get(way);
            if (next == null) {
                return "You cannot go " + way.name().toLowerCase() + ".";
            }
            here = next;
            return here.look(bag.contains("lamp"));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return "Go where?";
        }
    }

    public static void main(String[] args) throws IOException {
        Adventure game = new Adventure();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println(game.here.look(false));
        for (String line; !game.over && (line = in.readLine()) != null;) {
            System.out.println("> " + line);
            System.out.println(game.act(line));
        }
    }
}
