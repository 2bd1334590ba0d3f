package org.memoro.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from: the other end of the connection, or what a trusted proxy says in its place. */
public record ClientAddress(InetAddress address) {
    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final int IPV4_BYTES = 4;

    public ClientAddress {
        address = withoutMapping(address);
    }

    /** The address of this request; known from the first filter on. */
    public static ClientAddress of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    public void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** What is counted as one place: an IPv4 address, or the /64 that one IPv6 customer has at least. */
    public long network() {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt())
                : ByteBuffer.wrap(bytes).getLong();
    }

    /** An IPv4 address in the clothes of IPv6 is the same place as without them. */
    private static InetAddress withoutMapping(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // an address has a right length
        }
    }
}
