package other;
public class Hidden { public static void hello() { } }
