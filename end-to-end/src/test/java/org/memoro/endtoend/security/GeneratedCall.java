package org.memoro.endtoend.security;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One call as it goes over the wire.
 *
 * @param kind how far it is from a right one
 * @param headers names and values in turn
 * @param body null when there is none
 */
record GeneratedCall(
        Operation operation, Kind kind, String target, List<String> headers, String body, Charset charset) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** How wrong a call is meant to be. */
    enum Kind {
        VALID,
        NEARLY,
        WILD
    }

    HttpRequest request(String url, Who who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + target))
                .timeout(LONGEST)
                .method(
                        operation.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.getBytes(charset)));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        who.introduce(request);
        return request.build();
    }

    /** Its path alone. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String toString() {
        String sent = body == null ? "" : new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return kind + " " + operation.method() + " " + shortened(target) + " " + headers + " " + shortened(sent);
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "… (" + text.length() + " characters)" : text;
    }
}
