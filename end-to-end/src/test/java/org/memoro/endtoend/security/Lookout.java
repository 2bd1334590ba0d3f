package org.memoro.endtoend.security;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Sees what a browser does that no page of ours asks for: foreign code, foreign requests, reports, dialogs. */
final class Lookout {
    private static final String SCRIPT = """
        document.addEventListener('securitypolicyviolation', (e) =>
          console.error(`REPORT ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
        let canary;
        Object.defineProperty(window, '__pwned', {
          get: () => canary,
          set: (value) => { canary = value; console.error(`EXECUTED at ${location.href}`); },
        });
        """;
    private static final String AUDIT = resource("/security/audit.js");
    private static final Pattern OURS_ASKED_FOR = Pattern.compile("[^?#]*/pwn.*|[^?#]*\\?pwn.*");

    private final String origin;
    private final List<String> seen = new ArrayList<>();

    private Lookout(String origin) {
        this.origin = origin;
    }

    /** Watches every page and frame of this visitor from now on. */
    static Lookout over(BrowserContext visitor, String origin) {
        Lookout lookout = new Lookout(origin);
        visitor.addInitScript(SCRIPT);
        visitor.onConsoleMessage(lookout::hear);
        visitor.onDialog(lookout::dismiss);
        visitor.onRequest(lookout::follow);
        visitor.onWebError(error -> lookout.seen.add("script error: " + error.error()));
        return lookout;
    }

    private void hear(ConsoleMessage message) {
        String text = message.text();
        if (message.type().equals("error")
                && (text.startsWith("REPORT") || text.startsWith("EXECUTED") || text.contains("Security Policy"))) {
            seen.add(text);
        }
    }

    private void dismiss(Dialog dialog) {
        seen.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void follow(Request request) {
        String url = request.url();
        boolean isOurs = url.startsWith(origin + "/");
        if (isOurs
                ? !request.isNavigationRequest() && OURS_ASKED_FOR.matcher(url).matches()
                : !url.startsWith("about:")) {
            seen.add("request: " + request.method() + " " + url);
        }
    }

    /** Opens a page, and adds to what was seen whatever is in it that is not ours, or not to be read there. */
    void visit(Page page, String path, List<String> texts) {
        page.navigate(origin + path);
        audit(page, path, texts);
    }

    /** The same for the page as it is now. */
    @SuppressWarnings("unchecked") // the script answers a list of strings
    void audit(Page page, String place, List<String> texts) {
        if (!page.url().startsWith(origin + "/")) {
            seen.add(place + " led to " + page.url());
            return;
        }
        try {
            ((List<String>) page.evaluate(AUDIT, texts)).forEach(wrong -> seen.add(place + ": " + wrong));
        } catch (PlaywrightException e) {
            // No page of ours goes anywhere by itself.
            seen.add(place + " went away while it was looked at: " + e.getMessage());
        }
    }

    /** Everything up to now; what the browser still had to say is waited for. */
    List<String> seen(Page page) {
        page.waitForTimeout(300); // console messages come after the event that they tell of
        return seen();
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Lookout.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
