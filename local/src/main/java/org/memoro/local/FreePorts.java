package org.memoro.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that nobody listens on.
 *
 * <p>They are taken from below the range that the kernel gives to outgoing connections: a port from that range could be
 * lent to a connection between the moment it was found and the moment a server opens it.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private FreePorts() {}

    /** As many different ports. */
    static Iterator<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < count) {
                hold(ThreadLocalRandom.current().nextInt(FIRST, LAST), held);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList().iterator();
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** Whether a server could listen there. */
    static boolean isFree(int port) {
        List<ServerSocket> held = new ArrayList<>();
        hold(port, held);
        held.forEach(FreePorts::release);
        return !held.isEmpty();
    }

    private static void hold(int port, List<ServerSocket> held) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                held.add(socket);
            } catch (IOException taken) {
                socket.close();
            }
        } catch (IOException e) {
            throw new StartFailure("No network socket can be opened: " + e.getMessage(), e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StartFailure("A network socket cannot be closed: " + e.getMessage(), e);
        }
    }
}
