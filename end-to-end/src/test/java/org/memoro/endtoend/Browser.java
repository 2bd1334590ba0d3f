package org.memoro.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        // The driver comes from Maven Central; the browser is the one the machine has.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A visitor who has never been here, with a window of this width. */
    public BrowserContext visitor(int width, boolean script) {
        return visitor(settings(width).setJavaScriptEnabled(script));
    }

    /** A visitor whose browser does not hold pages to their content security policy: there, escaping is all there is. */
    public BrowserContext unguardedVisitor() {
        return visitor(settings(1280).setBypassCSP(true));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions settings(int width) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setTimezoneId("Europe/Vienna")
                // A transition between pages lies over the page while it runs and takes the clicks.
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private BrowserContext visitor(com.microsoft.playwright.Browser.NewContextOptions settings) {
        BrowserContext context = chromium.newContext(settings);
        // A page of ours is here in milliseconds; what takes longer than this is broken.
        context.setDefaultTimeout(15_000);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path program() {
        String named = System.getenv("MEMORO_CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium for the browser tests: apt-get install chromium, or name one in"
                                + " MEMORO_CHROMIUM."));
    }
}
