/** Read-write locks, conditions, stamped locks, parking. */
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

public class ReadWriteLocks {
    /** A bounded buffer of two conditions. */
    static class Buffer {
        private final Lock lock = new ReentrantLock();
        private final Condition notFull = lock.newCondition();
        private final Condition notEmpty = lock.newCondition();
        private final int[] items = new int[3];
        private int count;
        private int in;
        private int out;

        void put(int item) throws InterruptedException {
            lock.lock();
            try {
                while (count == items.length) {
                    notFull.await();
                }
                items[in] = item;
                in = (in + 1) % items.length;
                count++;
                notEmpty.signal();
            } finally {
                lock.unlock();
            }
        }

        int take() throws InterruptedException {
            lock.lock();
            try {
                while (count == 0) {
                    notEmpty.await();
                }
                int item = items[out];
                out = (out + 1) % items.length;
                count--;
                notFull.signal();
                return item;
            } finally {
                lock.unlock();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        Buffer buffer = new Buffer();
        Thread producer = new Thread(() -> {
            try {
                for (int i = 0; i < 20; i++) {
                    buffer.put(i);
                }
            } catch (InterruptedException e) {
                System.out.println("unexpected");
            }
        });
        producer.start();
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            taken.add(buffer.take());
        }
        System.out.println(taken);
        ReentrantReadWriteLock both = new ReentrantReadWriteLock();
        both.readLock().lock();
        both.readLock().lock();
        CountDownLatch read = new CountDownLatch(1);
        boolean[] wrote = new boolean[1];
        Thread second = new Thread(() -> {
            both.readLock().lock();
            both.readLock().unlock();
            wrote[0] = both.writeLock().tryLock();
            read.countDown();
        });
        second.start();
        read.await();
        System.out.println(wrote[0] + " " + both.getReadLockCount() + " " + both.getReadHoldCount() + " " + both.isWriteLocked());
        both.readLock().unlock();
        both.readLock().unlock();
        both.writeLock().lock();
        both.writeLock().lock();
        both.readLock().lock();
        System.out.println(both.getWriteHoldCount() + " " + both.isWriteLockedByCurrentThread() + " " + both.getReadLockCount());
        System.out.println(both.toString().replaceAll(".*\\[", "["));
        both.writeLock().unlock();
        both.writeLock().unlock();
        System.out.println(both.isWriteLocked() + " " + both.getReadHoldCount());
        both.readLock().unlock();
        try {
            both.readLock().unlock();
        } catch (IllegalMonitorStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            both.writeLock().unlock();
        } catch (IllegalMonitorStateException e) {
            System.out.println(e.getMessage());
        }
        ReentrantLock lock = new ReentrantLock(true);
        System.out.println(lock.isFair() + " " + lock.tryLock(1, TimeUnit.SECONDS) + " " + lock.isHeldByCurrentThread() + " " + lock.getHoldCount());
        Condition condition = lock.newCondition();
        System.out.println(condition.await(2, TimeUnit.MILLISECONDS) + " " + (condition.awaitNanos(1000) <= 0) + " " + lock.hasWaiters(condition));
        lock.unlock();
        try {
            condition.signal();
        } catch (IllegalMonitorStateException e) {
            System.out.println("not the owner");
        }
        StampedLock stamped = new StampedLock();
        long optimistic = stamped.tryOptimisticRead();
        System.out.println(stamped.validate(optimistic));
        long write = stamped.writeLock();
        System.out.println(stamped.validate(optimistic) + " " + stamped.tryReadLock() + " " + stamped.isWriteLocked() + " " + stamped.tryOptimisticRead());
        stamped.unlockWrite(write);
        long reader = stamped.readLock();
        System.out.println(stamped.tryWriteLock() + " " + stamped.getReadLockCount() + " " + StampedLock.isReadLockStamp(reader));
        long upgraded = stamped.tryConvertToWriteLock(reader);
        System.out.println((upgraded != 0) + " " + stamped.isWriteLocked());
        stamped.unlock(upgraded);
        Thread main = Thread.currentThread();
        Thread unparker = new Thread(() -> LockSupport.unpark(main));
        unparker.start();
        LockSupport.park();
        LockSupport.parkNanos(1000);
        System.out.println("unparked");
        LockSupport.unpark(main);
        LockSupport.park();
        Thread.currentThread().interrupt();
        LockSupport.park();
        System.out.println("interrupted " + Thread.interrupted());
    }
}
