package dormouse.service;

/** What answers the calls of an exported service. */
public interface ServiceHandler {
    /**
     * Called once for each call, one at a time, also over power cuts. The arguments are copies, and so is what the caller gets of the result:
     * null, {@code Boolean}, {@code Integer}, {@code Long}, {@code Double}, {@code String}, {@code byte[]} or {@code Object[]} of such. What
     * it throws the caller gets as a {@link ServiceCallException}.
     */
    Object call(String method, Object... arguments) throws Exception;
}
