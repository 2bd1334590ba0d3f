package org.memoro.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.ClientAddress;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** Whose word about an address is taken. */
class TrustedProxiesTests {
    private final TrustedProxies proxies = trusting("10.0.0.0/8", "192.168.1.1", "2001:db8:ffff::/48");

    private static TrustedProxies trusting(String... ranges) {
        return new TrustedProxies(new DoorSettings(List.of(ranges), List.of(), true));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private ClientAddress seen(String peer, String... headers) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(address(peer), 4711));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return proxies.addressOf(request.build());
    }

    private static ClientAddress at(String text) {
        return new ClientAddress(address(text));
    }

    @Test
    void believesNobodyUnlessTold() {
        TrustedProxies nobody = trusting();
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(address("127.0.0.1"), 1))
                .header("X-Forwarded-For", "203.0.113.7")
                .build();
        assertThat(nobody.addressOf(request)).isEqualTo(at("127.0.0.1"));
        assertThat(seen("203.0.113.9", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=203.0.113.7"))
                .isEqualTo(at("203.0.113.9"));
    }

    @Test
    void takesTheLastHopThatIsNoProxyOfOurs() {
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "203.0.113.7")).isEqualTo(at("203.0.113.7"));
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "1.1.1.1, 203.0.113.7, 192.168.1.1, 10.2.2.2"))
                .isEqualTo(at("203.0.113.7"));
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "203.0.113.7"))
                .isEqualTo(at("203.0.113.7"));
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "10.9.9.9, 10.2.2.2")).isEqualTo(at("10.9.9.9"));
        assertThat(seen("10.1.1.1")).isEqualTo(at("10.1.1.1"));
    }

    @Test
    void readsTheStandardHeaderTheSameWay() {
        assertThat(seen("10.1.1.1", "Forwarded", "for=1.1.1.1, For=\"203.0.113.7:4711\";proto=https;by=10.1.1.1"))
                .isEqualTo(at("203.0.113.7"));
        assertThat(seen("10.1.1.1", "Forwarded", "proto=https;for=\"[2001:db8:cafe::17]:4711\""))
                .isEqualTo(at("2001:db8:cafe::17"));
    }

    @Test
    void believesNeitherHeaderWhenTheyDiffer() {
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=1.1.1.1"))
                .isEqualTo(at("10.1.1.1"));
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=203.0.113.7"))
                .isEqualTo(at("203.0.113.7"));
    }

    @Test
    void stopsAtWhatItCannotRead() {
        for (String odd :
                List.of("unknown", "_hidden", "", "localhost", "999.1.1.1", "fe80::1%eth0", "1.1.1.1 2.2.2.2")) {
            assertThat(seen("10.1.1.1", "X-Forwarded-For", "1.1.1.1, " + odd))
                    .as(odd)
                    .isEqualTo(at("10.1.1.1"));
        }
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "203.0.113.7:80")).isEqualTo(at("203.0.113.7"));
    }

    @Test
    void seesThroughIpv4InTheClothesOfIpv6() {
        assertThat(seen("::ffff:10.1.1.1", "X-Forwarded-For", "::ffff:203.0.113.7"))
                .isEqualTo(at("203.0.113.7"));
        assertThat(seen("10.1.1.1", "X-Forwarded-For", "[::ffff:cb00:7107]:80")).isEqualTo(at("203.0.113.7"));
        assertThat(seen("2001:db8:ffff:1::2", "X-Forwarded-For", "2001:db8:1::1"))
                .isEqualTo(at("2001:db8:1::1"));
    }

    @Test
    void refusesToStartWithRangesThatAreNone() {
        for (String wrong : List.of("10.0.0.0/33", "proxy.example", "10.0.0.0/8/8", "10.0.0.0/x", "10.0.0.0/-1")) {
            assertThatThrownBy(() -> trusting(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("trusted-proxies");
        }
    }
}
