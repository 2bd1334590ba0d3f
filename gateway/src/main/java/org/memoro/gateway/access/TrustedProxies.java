package org.memoro.gateway.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Says where a request comes from; only the proxies that were named are asked, everybody else may say what they like. */
@Component
class TrustedProxies {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    /** An IPv4 address with a port, or an IPv6 address in brackets, with or without one. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]+)](?::\\d+)?|([0-9.]+):\\d+");

    private final List<IpSubnetFilterRule> ranges;

    TrustedProxies(DoorSettings settings) {
        this.ranges = settings.trustedProxies().stream()
                .filter(range -> !range.isBlank())
                .map(TrustedProxies::range)
                .toList();
    }

    private static IpSubnetFilterRule range(String cidr) {
        String[] parts = cidr.strip().split("/", -1);
        InetAddress network = NetUtil.createInetAddressFromIpAddressString(parts[0]);
        if (network == null || parts.length > 2) {
            throw wrong(cidr, null);
        }
        int longest = network.getAddress().length * Byte.SIZE;
        try {
            int length = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
            return new IpSubnetFilterRule(network, length, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw wrong(cidr, e);
        }
    }

    private static IllegalArgumentException wrong(String cidr, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "memoro.gateway.trusted-proxies must be ranges like 10.0.0.0/8, not " + cidr, cause);
    }

    ClientAddress addressOf(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        ClientAddress peer = new ClientAddress(
                remote == null || remote.getAddress() == null ? InetAddress.getLoopbackAddress() : remote.getAddress());
        if (!isTrusted(peer)) {
            return peer;
        }
        HttpHeaders headers = request.getHeaders();
        ClientAddress first = clientBehind(peer, entries(headers, FORWARDED_FOR));
        ClientAddress second = clientBehind(peer, forwardedFor(entries(headers, FORWARDED)));
        if (first == null || second == null) {
            return Objects.requireNonNullElse(first == null ? second : first, peer);
        }
        // A proxy sets one of the two and lets the other pass: when they differ, one is the client's own invention.
        return first.equals(second) ? first : peer;
    }

    /** The last hop that no proxy of ours stands for; null when the header is not there. */
    private @Nullable ClientAddress clientBehind(ClientAddress peer, List<String> hops) {
        if (hops.isEmpty()) {
            return null;
        }
        ClientAddress nearest = peer;
        for (String hop : hops.reversed()) {
            InetAddress address = read(hop);
            if (address == null) {
                return nearest; // hidden or unreadable: what stands before it, anybody can have written
            }
            nearest = new ClientAddress(address);
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(ClientAddress hop) {
        InetSocketAddress address = new InetSocketAddress(hop.address(), 0);
        return ranges.stream().anyMatch(range -> range.matches(address));
    }

    private static List<String> entries(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The {@code for=} of each hop (RFC 7239); a hop without one hides whom it speaks for. */
    private static List<String> forwardedFor(List<String> hops) {
        return hops.stream()
                .map(hop -> Arrays.stream(hop.split(";", -1))
                        .map(String::strip)
                        .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
                        .map(pair -> pair.substring("for=".length()).replace("\"", ""))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static @Nullable InetAddress read(String hop) {
        var withPort = WITH_PORT.matcher(hop);
        String bare =
                withPort.matches() ? Objects.requireNonNullElseGet(withPort.group(1), () -> withPort.group(2)) : hop;
        // Asks no name server, whatever somebody writes there.
        return bare.indexOf('%') >= 0 ? null : NetUtil.createInetAddressFromIpAddressString(bare);
    }
}
