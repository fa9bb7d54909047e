/** Completable futures: chains, joins, failures on their way. */
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class CompletableFutures {
    private static CompletableFuture<Integer> later(int value, int millis) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return value;
        });
    }

    private static void failure(String what, CompletableFuture<?> future) throws InterruptedException {
        try {
            future.join();
            System.out.println(what + " did not fail");
        } catch (CompletionException e) {
            System.out.println(what + " join: " + e.getMessage() + " / " + e.getCause());
        } catch (CancellationException e) {
            System.out.println(what + " join: cancelled");
        }
        try {
            future.get();
        } catch (ExecutionException e) {
            System.out.println(what + " get: " + e.getMessage());
        } catch (CancellationException e) {
            System.out.println(what + " get: cancelled");
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(CompletableFuture.supplyAsync(() -> 20).thenApply(x -> x + 1).thenApplyAsync(x -> x * 2).get());
        System.out.println(later(3, 5).thenCombine(later(4, 2), (a, b) -> a * 10 + b).join());
        System.out.println(later(3, 1).thenCompose(x -> later(x * x, 1)).join());
        CompletableFuture<String> manual = new CompletableFuture<>();
        CompletableFuture<Void> printed = manual.thenAccept(s -> System.out.println("accepted " + s));
        System.out.println(manual.isDone() + " " + manual.getNow("absent"));
        System.out.println(manual.complete("value") + " " + manual.complete("again") + " " + manual.getNow("absent"));
        printed.join();
        CompletableFuture<Integer> bad = CompletableFuture.supplyAsync(() -> Integer.parseInt("x1"));
        failure("bad", bad);
        failure("dependent", bad.thenApply(x -> x + 1));
        System.out.println(bad.exceptionally(e -> -1).join() + " " + bad.handle((v, e) -> e == null ? "fine" : e.getClass().getSimpleName()).join());
        System.out.println(CompletableFuture.completedFuture(5).handle((v, e) -> v + " " + e).join());
        CompletableFuture<Integer> seen = CompletableFuture.completedFuture(6).whenComplete((v, e) -> System.out.println("when " + v + " " + e));
        System.out.println(seen.join());
        failure("explicit", CompletableFuture.failedFuture(new IllegalStateException("mine")));
        CompletableFuture<String> given = new CompletableFuture<>();
        given.completeExceptionally(new RuntimeException("given"));
        failure("given", given);
        System.out.println(given.isCompletedExceptionally() + " " + given.isCancelled());
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        System.out.println(cancelled.cancel(true) + " " + cancelled.isCancelled() + " " + cancelled.isDone());
        failure("cancelled", cancelled);
        List<CompletableFuture<Integer>> many = IntStream.range(0, 6).mapToObj(i -> later(i, 6 - i)).collect(Collectors.toList());
        System.out.println(CompletableFuture.allOf(many.toArray(new CompletableFuture<?>[0])).thenApply(v -> many.stream().map(CompletableFuture::join).toList()).join());
        System.out.println(CompletableFuture.anyOf(new CompletableFuture<String>(), CompletableFuture.completedFuture("any")).join());
        failure("one of all", CompletableFuture.allOf(CompletableFuture.completedFuture(1), bad));
        System.out.println(CompletableFuture.completedFuture(1).applyToEither(new CompletableFuture<>(), x -> x + 100).join());
        CompletableFuture.completedFuture(1).thenAcceptBoth(later(2, 1), (a, b) -> System.out.println("both " + a + b)).join();
        CompletableFuture.completedFuture(1).runAfterBoth(later(2, 1), () -> System.out.println("after both")).join();
        CompletableFuture.runAsync(() -> System.out.println("run")).thenRun(() -> System.out.println("then")).join();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        System.out.println(CompletableFuture.supplyAsync(() -> Thread.currentThread().getName().startsWith("pool-"), pool).thenApplyAsync(x -> x, pool).join());
        pool.shutdown();
        System.out.println(new CompletableFuture<String>().completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).join());
        try {
            new CompletableFuture<String>().orTimeout(5, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            System.out.println(e.getCause());
        }
        CompletableFuture<Integer> source = new CompletableFuture<>();
        source.thenAccept(x -> System.out.println("first made"));
        source.thenAccept(x -> System.out.println("second made"));
        System.out.println(source.getNumberOfDependents() + " " + source.toString().endsWith("[Not completed, 2 dependents]"));
        source.complete(0);
        System.out.println(source.toString().endsWith("[Completed normally]"));
    }
}
