package dormouse.service;

/** What becomes of a lease while its process is suspended. */
public enum AtSuspension {
    /** It is given back at the grantor, and asked for anew when the process goes on. */
    CANCEL,
    /** A renewal service renews it meanwhile, where the grantor knows one; otherwise it is left to run out. */
    PARK,
    /** It is left as it is: to run out, or to be renewed if the process goes on before. */
    KEEP
}
