package org.memoro.web.layout;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns a template and its model into an answer. */
@Component
public class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates;
    private final Assets assets;

    Pages(TemplateEngine templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    public ResponseEntity<byte[]> show(String template, Map<String, Object> model) {
        return show(HttpStatus.OK, template, model);
    }

    public ResponseEntity<byte[]> show(HttpStatusCode status, String template, Map<String, Object> model) {
        return ResponseEntity.status(status).contentType(HTML).body(render(template, model));
    }

    /** An answer that htmx puts somewhere else than the page asked for, such as a form with its errors. */
    public ResponseEntity<byte[]> instead(
            HttpStatusCode status, String target, String swap, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .header("HX-Retarget", target)
                .header("HX-Reswap", swap)
                .contentType(HTML)
                .body(render(template, model));
    }

    /** Sends a browser on after a form: 303 turns the POST into a GET. */
    public static ResponseEntity<byte[]> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** The same for htmx, which must not swap the new page into the old one. */
    public static ResponseEntity<byte[]> goToByScript(String path) {
        return ResponseEntity.noContent().header("HX-Redirect", path).build();
    }

    /** Sends on whoever asks in the way that works for them. */
    public static ResponseEntity<byte[]> goTo(String path, HttpHeaders asked) {
        return asked.containsHeader("HX-Request") ? goToByScript(path) : goTo(path);
    }

    public byte[] render(String template, Map<String, Object> model) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        Map<String, Object> whole = new java.util.HashMap<>(model);
        whole.put("assets", assets);
        templates.render(template + ".jte", whole, out);
        return out.toByteArray();
    }
}
