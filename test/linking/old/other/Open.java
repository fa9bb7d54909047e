package other;
public class Open { public void member() { } public int packaged() { return 1; } public int field = 3; public static int guarded = 4; }
