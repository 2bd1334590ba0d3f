package org.memoro.helm;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Objects;

/** What Helm says when it does not take something. */
final class Refusal {

    private Refusal() {}

    static String of(Chart chart, String kubernetes, Path... values) {
        try {
            chart.render(kubernetes, values);
        } catch (RuntimeException e) {
            return Objects.requireNonNullElse(e.getMessage(), "");
        }
        return fail("these values were taken");
    }
}
