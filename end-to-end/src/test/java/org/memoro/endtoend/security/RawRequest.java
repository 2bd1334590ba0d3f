package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A request written byte by byte, with addresses and hosts that no decent client would send. */
final class RawRequest {
    private static final int PATIENCE = 15_000; // milliseconds

    private RawRequest() {}

    /** The head of an answer, line by line. */
    record Head(List<String> lines) {
        int status() {
            return lines.isEmpty() ? 0 : Integer.parseInt(lines.getFirst().split(" ")[1]);
        }

        /** The values of a header. */
        List<String> all(String name) {
            return lines.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        String location() {
            return all("Location").stream().findFirst().orElse("");
        }
    }

    /** Asks for a target as it stands; more headers follow line by line, and may name another host. */
    static Head get(String url, String target, String... headers) {
        URI address = URI.create(url);
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: ").append(address.getAuthority()).append("\r\n");
        }
        Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
        request.append("Accept: text/html\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Head(List.of(answer.split("\r\n\r\n", 2)[0].split("\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
