package org.memoro.endtoend.security;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.memoro.endtoend.Browser;

/** Looks at many pages as the owner, in a full run with several browsers at once, since most of a look is waiting. */
final class Views {
    private static final int AT_ONCE = 3;

    private final SecurityInstance memoro;
    private final Browser browser;

    Views(SecurityInstance memoro, Browser browser) {
        this.memoro = memoro;
        this.browser = browser;
    }

    /** One page of a browser, and who watches it. */
    record View(Page page, Lookout lookout) {
        void visit(String path, List<String> texts) {
            lookout.visit(page, path, texts);
        }

        void audit(String place, List<String> texts) {
            lookout.audit(page, place, texts);
        }
    }

    /** Looks at each of these, and says what was seen that no page of ours asks for. */
    <T> List<String> of(List<T> things, BiConsumer<View, T> look) {
        if (!Run.FULL) {
            return seen(browser, things, look);
        }
        try (ExecutorService lookers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<List<String>>> work = IntStream.range(0, AT_ONCE)
                    .<Callable<List<String>>>mapToObj(number -> () -> seenByItself(share(things, number), look))
                    .toList();
            List<String> seen = new ArrayList<>();
            for (Future<List<String>> one : lookers.invokeAll(work)) {
                seen.addAll(one.get());
            }
            return seen;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> share(List<T> things, int number) {
        return IntStream.range(0, things.size())
                .filter(i -> i % AT_ONCE == number)
                .<T>mapToObj(things::get)
                .toList();
    }

    /** A browser belongs to the thread that opened it. */
    private <T> List<String> seenByItself(List<T> things, BiConsumer<View, T> look) {
        try (Browser own = new Browser()) {
            return seen(own, things, look);
        }
    }

    private <T> List<String> seen(Browser with, List<T> things, BiConsumer<View, T> look) {
        try (BrowserContext visitor = new Visitors(memoro, with).signedIn(memoro.owner())) {
            Lookout lookout = Lookout.over(visitor, memoro.url());
            View view = new View(visitor.newPage(), lookout);
            things.forEach(thing -> look.accept(view, thing));
            return lookout.seen(view.page());
        }
    }
}
