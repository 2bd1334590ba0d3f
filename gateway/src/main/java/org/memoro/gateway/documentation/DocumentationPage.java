package org.memoro.gateway.documentation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description as a page to read; works without scripts. */
final class DocumentationPage {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static String frame(String description, CharSequence body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>API · Memoro</title>
            <link rel="stylesheet" href="/api/docs/plain.css">
            </head>
            <body>
            <main>
            <h1>The Memoro API</h1>
            <p>%s Send <code>Authorization: Bearer mem_…</code> with a personal access token.
            For programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
            %s
            </main>
            </body>
            </html>
            """.formatted(description, body);
    }

    private DocumentationPage() {}

    static String of(JsonNode document) {
        Map<String, StringBuilder> byService = new TreeMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .forEach(operation -> byService
                        .computeIfAbsent(
                                operation.getValue().path("tags").path(0).asString(""), service -> new StringBuilder())
                        .append(operation(operation.getKey(), path.getKey(), operation.getValue()))));
        StringBuilder body = new StringBuilder();
        byService.forEach((service, operations) ->
                body.append("<h2>").append(text(service)).append("</h2>\n").append(operations));
        body.append("<h2>Schemas</h2>\n");
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> body.append("<details id=\"%1$s\"><summary>%1$s</summary><pre>%2$s</pre></details>\n"
                        .formatted(text(schema.getKey()), text(PRETTY.writeValueAsString(schema.getValue())))));
        return frame(text(document.path("info").path("description").asString("")), body);
    }

    private static String operation(String method, String path, JsonNode operation) {
        return """
                <details><summary><span class="method">%s</span> <code>%s</code> <span class="soft">%s</span></summary>
                %s%s<table><tr><th>Answer</th><th></th></tr>%s</table></details>
                """.formatted(
                        text(method.toUpperCase(Locale.ROOT)),
                        text(path),
                        text(operation.path("summary").asString("")),
                        parameters(operation.path("parameters")),
                        body(operation.path("requestBody")),
                        answers(operation.path("responses")));
    }

    private static String parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder("<table><tr><th>Parameter</th><th>In</th><th>Type</th></tr>");
        parameters.forEach(parameter -> rows.append("<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        text(parameter.path("name").asString("")),
                        text(parameter.path("in").asString("")),
                        type(parameter.path("schema")))));
        return rows.append("</table>").toString();
    }

    private static String body(JsonNode body) {
        return body.isMissingNode() ? "" : "<p>Body: " + content(body.path("content")) + "</p>";
    }

    private static String answers(JsonNode responses) {
        StringBuilder rows = new StringBuilder();
        responses
                .properties()
                .forEach(answer -> rows.append("<tr><td>%s %s</td><td>%s</td></tr>"
                        .formatted(
                                text(answer.getKey()),
                                text(answer.getValue().path("description").asString("")),
                                content(answer.getValue().path("content")))));
        return rows.toString();
    }

    private static String content(JsonNode content) {
        StringBuilder types = new StringBuilder();
        content.properties().forEach(type -> types.append(type(type.getValue().path("schema")))
                .append(' '));
        return types.toString();
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return "<a href=\"#%1$s\">%1$s</a>".formatted(text(name));
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        return text(schema.path("format").asString(schema.path("type").asString("")));
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain);
    }
}
