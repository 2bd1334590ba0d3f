package org.memoro.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.condition.OS;

/** The many addresses of this machine itself: on Linux all of 127.0.0.0/8, so that one test can be many places. */
final class Loopback {
    /** Whose word the gateway under test takes. */
    static final InetAddress PROXY = OS.LINUX.isCurrentOs() ? of(9, 9) : of(0, 1);

    private Loopback() {}

    /** The address of one of many places. */
    static InetAddress address(int place) {
        return OS.LINUX.isCurrentOs() ? of(1, place) : of(0, 1);
    }

    /** Where everybody comes from the same address, limits by address would stop the tests. */
    static List<String> limits() {
        return OS.LINUX.isCurrentOs()
                ? List.of()
                : List.of(
                        "--memoro.gateway.limits.address.burst=1000000",
                        "--memoro.gateway.limits.sign-in.burst=1000000",
                        "--memoro.gateway.limits.wrong-credentials.burst=1000000");
    }

    private static InetAddress of(int third, int fourth) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, (byte) third, (byte) fourth});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
