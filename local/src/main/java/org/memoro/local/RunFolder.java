package org.memoro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What the script reads about a running Memoro, and the claim that makes it the only one of its home. */
final class RunFolder {

    private RunFolder() {}

    /** Held until closed, or until this process ends in whatever way. */
    static AutoCloseable claim(LocalSettings settings) {
        try {
            Files.createDirectories(settings.run());
            Files.createDirectories(settings.data());
            Path ready = settings.run().resolve("ready");
            FileChannel lock = FileChannel.open(
                    settings.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new StartFailure("Memoro is already running in " + settings.home() + ".");
            }
            Files.deleteIfExists(ready);
            return () -> {
                Files.deleteIfExists(ready);
                lock.close();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that everything can be used now, and where. */
    static void writeReady(LocalSettings settings, LocalPorts ports, String postgres, Secrets secrets, Clock clock) {
        try {
            OwnersFile.write(settings.run().resolve("local-secret"), LocalCredentials.secretOf("local", secrets));
            OwnersFile.write(settings.run().resolve("ready"), """
                    url=%s
                    internal=%s
                    email=%s
                    started=%s
                    postgres=%s
                    models=%s
                    """.formatted(
                            settings.url(),
                            LocalPorts.url(ports.gatewayInternal()),
                            settings.email(),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            postgres,
                            settings.hasRemoteModels() ? "remote, as named in the environment" : "built in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
