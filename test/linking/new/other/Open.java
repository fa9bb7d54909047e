package other;
public class Open { protected void member() { } int packaged() { return 1; } int field = 3; protected static int guarded = 4; }
