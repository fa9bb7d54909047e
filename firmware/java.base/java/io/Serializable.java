package java.io;

/** Marks the classes whose objects may be serialised. The device has no object streams; its heap is persistent anyway. */
public interface Serializable {}
