package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.SafetyRules;
import reactor.netty.http.client.HttpClient;

/** What holds for all modules together, on the class path that they share in a local run. */
@Tag("security")
class WholeSystemTests {

    @Test
    void talksToNamedPlacesAndRunsNothingFromOutside() {
        SafetyRules.checkAll();
    }

    /** No client of ours names protocols of its own, so these are the ones it speaks. */
    @Test
    void speaksOnlyTodaysTls() throws NoSuchAlgorithmException {
        assertThat(List.of(SSLContext.getDefault().getDefaultSSLParameters().getProtocols()))
                .isSubsetOf("TLSv1.3", "TLSv1.2")
                .startsWith("TLSv1.3");
        assertThat(HttpClient.create()
                        .secure()
                        .configuration()
                        .sslProvider()
                        .getSslContext()
                        .newEngine(io.netty.buffer.ByteBufAllocator.DEFAULT)
                        .getEnabledProtocols())
                .isSubsetOf("TLSv1.3", "TLSv1.2");
    }
}
