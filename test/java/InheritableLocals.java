/** Locals of threads: initial values, children's copies, removal; groups of threads. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class InheritableLocals {
    private static final ThreadLocal<List<String>> OWN = ThreadLocal.withInitial(ArrayList::new);
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>() {
        @Override
        protected String childValue(String parentValue) {
            return parentValue + "'";
        }
    };

    public static void main(String[] args) throws InterruptedException {
        OWN.get().add("main");
        INHERITED.set("root");
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Thread child = new Thread(() -> {
            OWN.get().add("child");
            log.add(OWN.get() + " " + INHERITED.get());
            Thread grandchild = new Thread(() -> log.add(OWN.get() + " " + INHERITED.get()));
            grandchild.start();
            try {
                grandchild.join();
            } catch (InterruptedException e) {
                log.add("interrupted");
            }
            INHERITED.remove();
            log.add(INHERITED.get() + "");
        });
        INHERITED.set("changed after creation");
        child.start();
        child.join();
        System.out.println(log + " " + OWN.get() + " " + INHERITED.get());
        OWN.remove();
        System.out.println(OWN.get());
        ThreadGroup group = new ThreadGroup("workers");
        group.setMaxPriority(7);
        Object gate = new Object();
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(group, () -> {
                synchronized (gate) {
                    try {
                        gate.wait();
                    } catch (InterruptedException e) {
                        log.add("told");
                    }
                }
            }, "worker-" + i);
            threads[i].setPriority(10);
            threads[i].start();
        }
        Thread[] found = new Thread[10];
        while (group.activeCount() < 3 || threads[2].getState() != Thread.State.WAITING || threads[1].getState() != Thread.State.WAITING || threads[0].getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        System.out.println(group.getName() + " " + group.enumerate(found) + " " + found[0].getName() + " " + threads[0].getPriority() + " " + group.getParent().getName() + " " + group.parentOf(group) + " " + threads[1].getThreadGroup().getMaxPriority());
        group.interrupt();
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(log.subList(log.size() - 3, log.size()) + " " + group.activeCount() + " " + threads[0].isAlive() + " " + threads[0].getState() + " " + threads[0].getThreadGroup());
        System.out.println(Thread.currentThread().getThreadGroup().getName() + " " + Thread.currentThread().getName() + " " + Thread.currentThread().getPriority() + " " + Thread.currentThread());
    }
}
