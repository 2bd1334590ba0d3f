package org.memoro.contacts;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.DirectCalls;

/** Whoever reaches the service without the gateway. */
@Tag("security")
class ForgedHeaderTests {

    @Test
    void believesNothingButTheGatewaysToken() {
        RunningService service = RunningService.shared();
        DirectCalls.areRefused(
                "http://127.0.0.1:" + service.port(),
                service.gateway,
                "contact-service",
                List.of("/api/v1/contacts", "/api/v1/contacts/018f0000-0000-7000-8000-000000000000"));
    }
}
