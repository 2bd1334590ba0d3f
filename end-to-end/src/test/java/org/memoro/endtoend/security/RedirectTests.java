package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody is sent to another site, whatever stands in an address, a parameter, a field or a header. */
@SecurityTest
class RedirectTests {
    /** Other sites, spelled so that a careless check takes them for a page of ours. */
    private static final List<String> ELSEWHERE = List.of(
            "//evil.test",
            "///evil.test",
            "/\\evil.test",
            "\\\\evil.test",
            "/%2f%2fevil.test",
            "/%5cevil.test",
            "/%09/evil.test",
            "/%0d%0aLocation:%20https://evil.test",
            "/%0d%0aSet-Cookie:%20pwn=1",
            "/.//evil.test",
            "/..//evil.test",
            "/;//evil.test",
            "//evil.test/%2e%2e",
            "//evil.test%23/",
            "/@evil.test",
            "//localhost@evil.test",
            "https:evil.test",
            "https:/evil.test",
            "https://evil.test",
            "https://evil.test/people",
            "HTTPS://EVIL.TEST",
            "%68ttps://evil.test",
            "javascript:alert(1)",
            "data:text/html,evil",
            "/people?x=//evil.test",
            "/people/..//..//evil.test",
            "/%E3%80%82evil.test",
            "/%00//evil.test");

    private static final List<String> PARAMETERS = List.of(
            "next",
            "returnTo",
            "return_to",
            "continue",
            "redirect",
            "redirect_uri",
            "url",
            "back",
            "left",
            "error",
            "target");

    @Test
    void leadsBackToOurOwnPagesAfterASignIn(SecurityInstance memoro) {
        List<String> strayed = new ArrayList<>();
        for (String wanted : Run.some(ELSEWHERE, 3, 0)) {
            // Some of them are no target that HTTP knows; those are refused at once.
            RawRequest.Head sent = RawRequest.get(memoro.url(), wanted.startsWith("/") ? wanted : "/" + wanted);
            if (isElsewhere(memoro, sent.location())) {
                strayed.add(wanted + " at once to " + sent.location());
            }
            String end = signIn(memoro, cookies(sent)).location();
            if (end.isEmpty() || isElsewhere(memoro, end)) {
                strayed.add(wanted + " after the sign-in to " + end);
            }
        }
        assertThat(strayed).isEmpty();
    }

    @Test
    void leadsBackToThePageThatWasWanted(SecurityInstance memoro) {
        RawRequest.Head sent = RawRequest.get(memoro.url(), "/people?query=Ada");

        assertThat(signIn(memoro, cookies(sent)).location()).isEqualTo("/people?query=Ada");
    }

    @Test
    void believesNoParameterThatNamesAPage(SecurityInstance memoro) {
        String cookie = "Cookie: " + memoro.owner().session().cookieHeader();
        List<String> strayed = new ArrayList<>();
        for (String wanted : Run.some(ELSEWHERE, 3, 0)) {
            String query = PARAMETERS.stream()
                    .map(name -> name + "="
                            + wanted.replace("%", "%25").replace("\\", "%5c").replace("#", "%23"))
                    .collect(Collectors.joining("&"));
            for (String path : List.of(
                    "/sign-in",
                    "/oauth2/authorization/local",
                    "/",
                    "/nowhere",
                    "/people/new",
                    "/login/oauth2/code/local")) {
                for (String[] headers : List.of(new String[] {cookie}, new String[0])) {
                    RawRequest.Head answer = RawRequest.get(memoro.url(), path + "?" + query, headers);
                    if (isElsewhere(memoro, answer.location())
                            || answer.all("Set-Cookie").stream().anyMatch(set -> set.startsWith("pwn"))) {
                        strayed.add(path + " with " + wanted + " leads to " + answer.location());
                    }
                }
            }
        }
        assertThat(strayed).isEmpty();
    }

    @Test
    void believesNoFieldThatNamesThePageAFormCameFrom(SecurityInstance memoro) {
        Http http = new Http(memoro.url());
        HostileData data = new HostileData(memoro.url(), memoro.owner(), List.of());
        String note = data.note("A walk by the river.");
        for (String wanted : Run.some(ELSEWHERE, 3, 0)) {
            String form = "_csrf=" + memoro.owner().session().csrf() + "&back=" + Call.encoded(wanted) + "&next="
                    + Call.encoded(wanted);
            Answer answer = http.send(
                    java.net.http.HttpRequest.newBuilder(URI.create(memoro.url() + "/notes/" + note + "/understand"))
                            .header("Cookie", memoro.owner().session().cookieHeader())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form))
                            .build());
            assertThat(answer.status()).as(wanted).isEqualTo(303);
            assertThat(isElsewhere(memoro, answer.header("Location")))
                    .as(wanted)
                    .isFalse();
        }
    }

    /** A provider would send the code to whatever address it is told: it is always ours. */
    @Test
    void tellsTheProviderOurOwnAddressWhateverTheRequestSays(SecurityInstance memoro) {
        String back = memoro.url() + "/login/oauth2/code/local";
        Map<String, String[]> lies = Map.of(
                "host", new String[] {"Host: evil.test"},
                "host and port", new String[] {"Host: evil.test:8080"},
                "forwarded host", new String[] {"X-Forwarded-Host: evil.test", "X-Forwarded-Proto: https"},
                "forwarded", new String[] {"Forwarded: host=evil.test;proto=https"},
                "forwarded port", new String[] {"X-Forwarded-Port: 1", "X-Forwarded-Prefix: //evil.test"},
                "original url", new String[] {"X-Original-URL: //evil.test", "X-Rewrite-URL: //evil.test"},
                "two hosts", new String[] {"Host: localhost", "X-Host: evil.test", "X-Forwarded-Server: evil.test"});
        lies.forEach((name, headers) -> {
            for (String path : List.of("/oauth2/authorization/local", "/", "/people", "/sign-in")) {
                RawRequest.Head answer = RawRequest.get(memoro.url(), path, headers);
                String whole = String.join("\n", answer.lines());
                assertThat(whole).as(name + " for " + path).doesNotContain("evil.test");
                if (answer.location().contains("redirect_uri")) {
                    assertThat(answer.location()).contains("redirect_uri=" + back);
                }
            }
        });
        assertThat(RawRequest.get(memoro.url(), "/oauth2/authorization/local").location())
                .contains("redirect_uri=" + back);
    }

    /** The last answer of a sign-in by somebody who brings these cookies. */
    private static RawRequest.Head signIn(SecurityInstance memoro, String cookies) {
        RawRequest.Head answer = RawRequest.get(memoro.url(), "/oauth2/authorization/local", "Cookie: " + cookies);
        String all = joined(cookies, cookies(answer));
        for (int step = 0;
                step < 5
                        && !answer.all("Set-Cookie")
                                .toString()
                                .contains("memoro-" + URI.create(memoro.url()).getPort() + "=");
                step++) {
            URI place = URI.create(memoro.url()).resolve(answer.location());
            answer = RawRequest.get(
                    memoro.url(),
                    place.getRawPath() + (place.getRawQuery() == null ? "" : "?" + place.getRawQuery()),
                    "Cookie: " + all);
        }
        return answer;
    }

    private static String cookies(RawRequest.Head answer) {
        return answer.all("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + "; " + other;
    }

    /** As a browser reads it: no scheme, or ours; no host, or ours. */
    private static boolean isElsewhere(SecurityInstance memoro, String location) {
        if (location.isEmpty() || location.startsWith(memoro.url() + "/")) {
            return false;
        }
        String read = location.replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        return !read.startsWith("/") || read.startsWith("//");
    }
}
