package dormouse.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** The context of the process. */
final class GlobalContext extends Context<Resource> {
    private final List<Resource> resources = new ArrayList<>();

    @Override
    public synchronized void register(Resource resource) {
        if (resource == null) {
            throw new NullPointerException("resource");
        }
        resources.add(resource);
        LifeCycle.begin();
    }

    private synchronized Resource[] all() {
        return resources.toArray(new Resource[0]);
    }

    /** Where one does not want to, those that were told are told that it did not happen. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
        Resource[] all = all();
        CheckpointException refusal = null;
        int at = all.length;
        while (refusal == null && --at >= 0) {
            try {
                all[at].beforeCheckpoint(this);
            } catch (Exception e) {
                refusal = new CheckpointException("a resource refuses the checkpoint");
                refusal.addSuppressed(e);
            }
        }
        if (refusal == null) {
            return;
        }
        for (int i = at + 1; i < all.length; i++) {
            try {
                all[i].afterRestore(this);
            } catch (Exception e) {
                refusal.addSuppressed(e);
            }
        }
        throw refusal;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws RestoreException {
        RestoreException failure = null;
        for (Resource resource : all()) {
            try {
                resource.afterRestore(this);
            } catch (Exception e) {
                if (failure == null) {
                    failure = new RestoreException("a resource failed after the restore");
                }
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
