/** Reads lines from standard input and sorts them. */
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class ReadLines {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        List<String> lines = new ArrayList<>();
        int characters = 0;
        for (String line; (line = in.readLine()) != null;) {
            lines.add(line);
            characters += line.length();
        }
        Collections.sort(lines);
        for (String line : lines) {
            System.out.println("[" + line + "]");
        }
        System.out.println(lines.size() + " lines, " + characters + " characters, then " + in.readLine() + " and " + in.read());
    }
}
