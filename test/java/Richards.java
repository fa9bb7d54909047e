/** A simulation of an operating system's kernel: tasks of six kinds that pass packets, after the benchmark of Martin Richards. */
public class Richards {
    private static final int IDLE = 0;
    private static final int WORKER = 1;
    private static final int HANDLER_A = 2;
    private static final int HANDLER_B = 3;
    private static final int DEVICE_A = 4;
    private static final int DEVICE_B = 5;
    private static final int TASKS = 6;
    private static final int DEVICE_PACKET = 0;
    private static final int WORK_PACKET = 1;

    static final class Packet {
        Packet link;
        int task;
        final int kind;
        int datum;
        final int[] data = new int[4];

        Packet(Packet link, int task, int kind) {
            this.link = link;
            this.task = task;
            this.kind = kind;
        }

        /** Puts this at the end of a queue and gives the queue. */
        Packet appendTo(Packet queue) {
            link = null;
            if (queue == null) {
                return this;
            }
            Packet last = queue;
            while (last.link != null) {
                last = last.link;
            }
            last.link = this;
            return queue;
        }
    }

    abstract class Task {
        final Task next;
        final int id;
        final int priority;
        Packet queue;
        boolean pending;
        boolean waiting;
        boolean held;

        Task(int id, int priority, Packet queue, boolean waiting) {
            this.id = id;
            this.priority = priority;
            this.queue = queue;
            this.waiting = waiting;
            pending = queue != null;
            next = list;
            list = this;
            table[id] = this;
        }

        boolean mayNotRun() {
            return held || waiting && !pending;
        }

        Task resume() {
            Packet packet = null;
            if (waiting && pending) {
                packet = queue;
                queue = packet.link;
                waiting = false;
                pending = queue != null;
            }
            return run(packet);
        }

        abstract Task run(Packet packet);

        Task receive(Packet packet, Task sender) {
            if (queue == null) {
                queue = packet;
                packet.link = null;
                pending = true;
                if (priority > sender.priority) {
                    return this;
                }
            } else {
                packet.appendTo(queue);
            }
            return sender;
        }
    }

    private final Task[] table = new Task[TASKS];
    private Task list;
    private Task current;
    private int queued;
    private int holds;

    private Task waitForPacket() {
        current.waiting = true;
        return current;
    }

    private Task holdSelf() {
        holds++;
        current.held = true;
        return current.next;
    }

    private Task release(int id) {
        Task task = table[id];
        task.held = false;
        return task.priority > current.priority ? task : current;
    }

    private Task send(Packet packet) {
        queued++;
        packet.link = null;
        Task target = table[packet.task];
        packet.task = current.id;
        return target.receive(packet, current);
    }

    private final class Idle extends Task {
        private int seed = 1;
        private int left;

        Idle(int count) {
            super(IDLE, 0, null, false);
            left = count;
        }

        @Override
        Task run(Packet packet) {
            if (--left == 0) {
                return holdSelf();
            }
            boolean odd = (seed & 1) != 0;
            seed = odd ? seed / 2 ^ 0xD008 : seed / 2;
            return release(odd ? DEVICE_B : DEVICE_A);
        }
    }

    private final class Worker extends Task {
        private int destination = HANDLER_A;
        private int letter;

        Worker(Packet queue) {
            super(WORKER, 1000, queue, true);
        }

        @Override
        Task run(Packet packet) {
            if (packet == null) {
                return waitForPacket();
            }
            destination = HANDLER_A + HANDLER_B - destination;
            packet.task = destination;
            packet.datum = 0;
            for (int i = 0; i < 4; i++) {
                letter = letter == 26 ? 1 : letter + 1;
                packet.data[i] = 'A' + letter - 1;
            }
            return send(packet);
        }
    }

    private final class Handler extends Task {
        private final int device;
        private Packet work;
        private Packet devices;

        Handler(int id, int priority, int device, Packet queue) {
            super(id, priority, queue, true);
            this.device = device;
        }

        @Override
        Task run(Packet packet) {
            if (packet != null) {
                if (packet.kind == WORK_PACKET) {
                    work = packet.appendTo(work);
                } else {
                    devices = packet.appendTo(devices);
                }
            }
            if (work == null) {
                return waitForPacket();
            }
            Packet job = work;
            if (job.datum >= 4) {
                work = job.link;
                return send(job);
            }
            if (devices == null) {
                return waitForPacket();
            }
            Packet carrier = devices;
            devices = carrier.link;
            carrier.datum = job.data[job.datum++];
            carrier.task = device;
            return send(carrier);
        }
    }

    private final class Device extends Task {
        private Packet kept;

        Device(int id, int priority) {
            super(id, priority, null, true);
        }

        @Override
        Task run(Packet packet) {
            if (packet != null) {
                kept = packet;
                return holdSelf();
            }
            if (kept == null) {
                return waitForPacket();
            }
            Packet done = kept;
            kept = null;
            return send(done);
        }
    }

    private static Packet chain(int count, int task, int kind) {
        Packet packet = null;
        for (int i = 0; i < count; i++) {
            packet = new Packet(packet, task, kind);
        }
        return packet;
    }

    private void schedule(int idleCount) {
        new Idle(idleCount);
        new Worker(chain(2, WORKER, WORK_PACKET));
        new Handler(HANDLER_A, 2000, DEVICE_A, chain(3, DEVICE_A, DEVICE_PACKET));
        new Handler(HANDLER_B, 3000, DEVICE_B, chain(3, DEVICE_B, DEVICE_PACKET));
        new Device(DEVICE_A, 4000);
        new Device(DEVICE_B, 5000);
        current = list;
        while (current != null) {
            current = current.mayNotRun() ? current.next : current.resume();
        }
    }

    public static void main(String[] args) {
        for (int round = 0; round < 1; round++) {
            Richards richards = new Richards();
            richards.schedule(10000);
            System.out.println(richards.queued + " packets, " + richards.holds + " holds");
            System.out.println(richards.queued == 23246 && richards.holds == 9297 ? "right" : "WRONG");
        }
    }
}
