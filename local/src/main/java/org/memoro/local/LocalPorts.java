package org.memoro.local;

import java.util.Iterator;

/** Where each part of this run listens, all on the loopback address; only the gateway's public port is chosen. */
record LocalPorts(
        int gateway,
        int gatewayInternal,
        int contactService,
        int interactionService,
        int searchService,
        int embeddingWorker,
        int webUi,
        int signIn,
        int postgres,
        int kafka,
        int kafkaController) {

    static LocalPorts find(int publicPort) {
        Iterator<Integer> free = FreePorts.find(10);
        return new LocalPorts(
                publicPort,
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next());
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
