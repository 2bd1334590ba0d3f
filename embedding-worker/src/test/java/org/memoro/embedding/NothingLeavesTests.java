package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.embedding.TestNote.aNote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.internaltokens.EnrichmentMode;

/** An account with AI outside this machine switched off, on a server that has a provider. */
class NothingLeavesTests {
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket provider = listening();
    private final RunningWorker worker = RunningWorker.start(ProviderTests.QUICK, new String[] {
        "--memoro.ai.base-url=http://127.0.0.1:" + provider.getLocalPort() + "/v1",
        "--memoro.ai.api-key=test-key",
        "--memoro.ai.extraction-model=test/extractor",
        "--memoro.ai.embedding-model=test/embedder"
    });

    @AfterEach
    void stop() throws IOException {
        worker.close();
        provider.close();
    }

    /** Where nobody connects, not a byte goes. */
    @ParameterizedTest
    @EnumSource(
            value = EnrichmentMode.class,
            names = {"LOCAL_ONLY", "OFF"})
    void connectsToNobodyForNotesEditsNewNamesOrSearches(EnrichmentMode mode) {
        UUID account = worker.account(mode);
        UUID clara = UUID.randomUUID();
        TestNote note = aNote().with(clara, "Clara Novak", "typed");
        worker.note(note);
        worker.say(note.recorded(account));
        assertThat(worker.awaitEnriched(account, 1).vector()).isTrue();

        TestNote edited = note.saying("Phoned Boris Novak.").inVersion(2);
        worker.note(edited);
        worker.say(edited.recorded(account));
        worker.awaitEnriched(account, 2);
        worker.note(edited.with(clara, "Clara Fischer", "typed"));
        worker.say(InteractionParticipantsChanged.of(account, note.id(), 2));
        worker.awaitEnriched(account, 3);
        worker.say(edited.again(account));
        worker.awaitEnriched(account, 4);
        assertThat(worker.embed(account, "{\"texts\":[\"who did I phone\"]}").status())
                .isEqualTo(200);
        worker.note(edited.gone());
        worker.say(InteractionDeleted.of(account, note.id(), 3));
        await().until(() -> worker.vector(account, note.id(), 2).status() == 404);

        assertThat(connections).hasValue(0);
    }

    /** The same for an account that lets its notes travel: or else the count above means nothing. */
    @Test
    void connectsForWhoLetsItsNotesTravel() {
        UUID account = worker.account(EnrichmentMode.ON);
        TestNote note = aNote();
        worker.note(note);
        worker.say(note.recorded(account));

        assertThat(worker.awaitEnriched(account, 1).facts()).isTrue();
        assertThat(connections).hasPositiveValue();
    }

    private ServerSocket listening() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> count(socket));
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
                connections.incrementAndGet();
            }
        } catch (IOException e) {
            // closed at the end of the test
        }
    }
}
