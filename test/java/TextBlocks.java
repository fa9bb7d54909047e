/** Text blocks: indentation, escapes and line joining. */
public class TextBlocks {
    public static void main(String[] args) {
        String poem = """
            Twinkle, twinkle, little bat!
              How I wonder what you're at!
            "Up" above the \"""world\""" you fly,
            Like a \
            tea tray in the sky.\tTab\s\s
            """;
        System.out.print(poem);
        System.out.println(poem.length());
        String tight = """
            no newline at the end""";
        System.out.println("[" + tight + "]");
        String json = """
            {
              "name": "%s",
              "back\\slash": "\u0041",
              "empty": ""
            }
            """.replace("%s", "dormouse");
        System.out.print(json);
        System.out.println("""
            a
               b
          c""");
        System.out.println("""
            """.isEmpty());
    }
}
