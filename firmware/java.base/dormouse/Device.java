package dormouse;

/** What a program can ask of the device itself. */
public final class Device {
    private Device() {}

    /** Returns when a checkpoint that holds the state of this moment is durable. */
    public static native void checkpoint();

    /** How often this process has been resumed, after a power cut or otherwise. */
    public static int resumedCount() {
        return resumedCount0();
    }

    /** Bytecodes, and what else costs ticks, executed by this process so far. */
    public static native long ticks();

    public static native int resumedCount0();
}
