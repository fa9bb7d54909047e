/** A discrete event simulation of a shop: queue, servers, statistics. */
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;

public class EventSimulation {
    abstract class Event implements Comparable<Event> {
        final long time;
        final int number = events++;

        Event(long time) {
            this.time = time;
        }

        abstract void happen();

        @Override
        public int compareTo(Event other) {
            return time != other.time ? Long.compare(time, other.time) : Integer.compare(number, other.number);
        }
    }

    class Arrival extends Event {
        Arrival(long time) {
            super(time);
        }

        @Override
        void happen() {
            waiting.add(new Customer(now, 20 + random.nextInt(100)));
            if (waiting.size() > longest) {
                longest = waiting.size();
            }
            if (arrived++ < 3000) {
                queue.add(new Arrival(now + 1 + random.nextInt(60)));
            }
            serve();
        }
    }

    class Departure extends Event {
        final Customer customer;

        Departure(long time, Customer customer) {
            super(time);
            this.customer = customer;
        }

        @Override
        void happen() {
            idle++;
            served++;
            totalTime += now - customer.arrived();
            serve();
        }
    }

    record Customer(long arrived, int need) { }

    final Random random = new Random(99);
    final PriorityQueue<Event> queue = new PriorityQueue<>();
    final Deque<Customer> waiting = new ArrayDeque<>();
    int events;
    long now;
    int idle;
    int arrived;
    int served;
    int longest;
    long totalTime;

    void serve() {
        while (idle > 0 && !waiting.isEmpty()) {
            Customer customer = waiting.remove();
            idle--;
            queue.add(new Departure(now + customer.need(), customer));
        }
    }

    void run(int servers) {
        idle = servers;
        queue.add(new Arrival(0));
        for (Event event; (event = queue.poll()) != null;) {
            now = event.time;
            event.happen();
        }
        System.out.println(servers + " servers: " + served + " served until " + now + ", mean time " + (double) totalTime / served
                + ", longest queue " + longest + ", events " + events);
    }

    public static void main(String[] args) {
        for (int servers = 1; servers <= 4; servers++) {
            new EventSimulation().run(servers);
        }
    }
}
