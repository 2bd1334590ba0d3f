package org.memoro.endtoend.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came back, read to its end unless it has none. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {
    /** Differ between any two answers; the length does where the time taken stands in the body, which is compared. */
    private static final Set<String> NEVER_THE_SAME = Set.of("date", "x-request-id", "content-length");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Everything that could tell something: headers, body, and what is packed in it. */
    String everything() {
        StringBuilder all = new StringBuilder(headers.map().toString()).append(text());
        if (header("Content-Type").startsWith("application/zip")) {
            unzipInto(all);
        }
        return all.toString();
    }

    private void unzipInto(StringBuilder all) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                all.append(file.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as JSON; a missing node when it is none. */
    JsonNode json() {
        try {
            return bytes.length == 0 ? Call.JSON.missingNode() : Call.JSON.readTree(bytes);
        } catch (JacksonException e) {
            return Call.JSON.missingNode();
        }
    }

    String code() {
        return json().path("code").asString("");
    }

    /** What must not depend on whether ids are somebody's: all but request id, time, and the ids themselves. */
    String without(Collection<String> ids) {
        Map<String, List<String>> told = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (!NEVER_THE_SAME.contains(key)) {
                told.put(key, values);
            }
        });
        String all = status + " " + told + " " + text();
        for (String id : ids) {
            all = all.replace(id, "<id>");
        }
        return all.replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\"")
                .replaceAll("\"tookMillis\":\\d+", "\"tookMillis\":0");
    }

    @Override
    public String toString() {
        String body = text();
        return status + " " + (body.length() > 500 ? body.substring(0, 500) + "…" : body);
    }
}
