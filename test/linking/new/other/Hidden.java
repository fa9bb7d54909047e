package other;
class Hidden { public static void hello() { } }
