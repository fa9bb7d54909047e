package java.lang;

/** Marks the classes of whose objects Object.clone makes a field by field copy. */
public interface Cloneable {}
