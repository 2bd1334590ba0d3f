package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTests {

    @Test
    void findsDifferentPortsBelowTheRangeOfOutgoingConnections() {
        Iterator<Integer> ports = FreePorts.find(10);

        Set<Integer> found = new HashSet<>();
        ports.forEachRemaining(found::add);

        assertThat(found).hasSize(10).allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void seesThatAPortIsTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
