package org.memoro.endtoend.security;

import java.net.http.HttpRequest;
import java.util.Map;

/** What a client shows to say who it is; nothing, a token, or what a browser sends by itself and from our pages. */
record Who(String name, Map<String, String> headers) {
    static final Who NOBODY = new Who("nobody", Map.of());

    static Who withToken(String name, String token) {
        return new Who(name, Map.of("Authorization", "Bearer " + token));
    }

    static Who withSession(String name, BrowserSession session) {
        return withSession(name, session, session.csrf());
    }

    /** A browser whose page shows this CSRF token. */
    static Who withSession(String name, BrowserSession session, String csrf) {
        return new Who(
                name, Map.of("Cookie", session.cookieHeader(), "X-CSRF-Token", csrf, "Sec-Fetch-Site", "same-origin"));
    }

    void introduce(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
    }

    @Override
    public String toString() {
        return name; // no secrets in a report
    }
}
