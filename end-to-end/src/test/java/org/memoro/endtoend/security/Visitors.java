package org.memoro.endtoend.security;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.List;
import org.memoro.endtoend.Browser;
import org.memoro.endtoend.security.SecurityInstance.Account;

/** Real browsers in which somebody of the instance is signed in. */
final class Visitors {
    private final Browser browser;
    private final SecurityInstance memoro;

    Visitors(SecurityInstance memoro, Browser browser) {
        this.browser = browser;
        this.memoro = memoro;
    }

    /** Somebody's browser; every call is another one. */
    BrowserContext signedIn(Account who) {
        return signedIn(browser.visitor(1280, true), who);
    }

    /** The same, but it does not hold pages to their content security policy. */
    BrowserContext unguarded(Account who) {
        return signedIn(browser.unguardedVisitor(), who);
    }

    /** Nobody's browser. */
    BrowserContext stranger() {
        return browser.visitor(1280, true);
    }

    private BrowserContext signedIn(BrowserContext visitor, Account who) {
        List<Cookie> cookies = who.session().cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setDomain(URI.create(memoro.url()).getHost())
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(SameSiteAttribute.LAX))
                .toList();
        visitor.addCookies(cookies);
        return visitor;
    }
}
