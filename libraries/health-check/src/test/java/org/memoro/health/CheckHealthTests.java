package org.memoro.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckHealthTests {
    private HttpServer service;
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void believesAServiceThatSaysItIsReady() {
        status = 200;

        assertThat(CheckHealth.isWell(address())).isTrue();
    }

    @Test
    void believesAServiceThatSaysItIsNot() {
        status = 503;

        assertThat(CheckHealth.isWell(address())).isFalse();
    }

    @Test
    void takesNoAnswerForNo() {
        String address = address();
        service.stop(0);

        assertThat(CheckHealth.isWell(address)).isFalse();
        assertThat(CheckHealth.isWell("")).isFalse();
        assertThat(CheckHealth.isWell("not an address")).isFalse();
    }

    private String address() {
        return "http://localhost:" + service.getAddress().getPort() + "/ready";
    }
}
