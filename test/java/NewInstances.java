import java.lang.reflect.*;
/** Class.newInstance: access, failures, and who sees what. */
public class NewInstances { public static void main(String[] a) { for (Class<?> c : new Class<?>[] {NewInstanceOther.class, NewInstanceOther.Priv.class, Runtime.class, Math.class, String.class, java.util.ArrayList.class, Integer.class, Void.class, Thread.class, Error2.class, Iface.class, Abs.class, int[].class, boolean.class, E.class}) try { Object o = c.newInstance(); System.out.println("made " + o.getClass().getName()); } catch (Throwable t) { System.out.println(c.getName() + ": " + t); } } 
  static class Error2 { Error2() { throw new LinkageError("mine"); } } interface Iface { } static abstract class Abs { } enum E { X } }
class NewInstanceOther { private NewInstanceOther() { } static class Priv { private Priv() { } } }
