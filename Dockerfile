# One image for each service: docker build --build-arg MAIN=… <service>/target/image, as ./memoro images does.
# The last stage holds a Java runtime of only the modules needed, jars in layers by how often they change, a cache of
# loaded classes, and nothing else: no shell, no package manager, no root.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG BASE_IMAGE=gcr.io/distroless/cc-debian13:nonroot

FROM ${JDK_IMAGE} AS java
# What `jdeps` finds in our jars and theirs, and what is only asked for while running: TLS providers, DNS, zip files.
RUN "${JAVA_HOME}/bin/jlink" --output /opt/jre --no-header-files --no-man-pages --strip-java-debug-attributes \
      --generate-cds-archive \
      --add-modules java.base,java.compiler,java.datatransfer,java.desktop,java.instrument,java.logging,java.management,java.management.rmi,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,java.xml.crypto,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs

FROM java AS trained
ARG MAIN
COPY dependencies /app/dependencies
COPY memoro /app/memoro
# The class path in a fixed order, and what is allowed to whom: the cache is good for these only.
RUN { printf '%s\n' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp; \
      find /app/memoro /app/dependencies -name '*.jar' | LC_ALL=C sort -r | paste -s -d : -; echo "${MAIN}"; } >/app/java.args
# What any of the services asks for before it starts; none of it is a secret, or is in the image.
RUN { printf 'memoro.gateway.service-secrets.%s: only-for-training\n' contact-service interaction-service search-service embedding-worker web-ui; \
      printf 'memoro.sign-in.providers.training.%s: https://training.invalid/\n' issuer authorization-uri token-uri jwk-set-uri; \
      printf 'memoro.sign-in.providers.training.%s: training\n' client-id client-secret; \
      echo 'memoro.gateway.cookie-key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='; \
      printf 'memoro.%s: only-for-training\n' internal.secret database.owner-password database.app-password; \
      printf '%s\n' 'memoro.database.migrate: false' 'management.server.port: -1' 'server.port: 0'; } >/tmp/training.properties
# A start to the end but for the ports and the listeners, which connects to nothing.
RUN /opt/jre/bin/java -XX:AOTCacheOutput=/app/memoro.aot -Xlog:aot=off -Xlog:cds=off -Dspring.context.exit=onRefresh \
      @/app/java.args --spring.config.additional-location=file:/tmp/training.properties >/tmp/start.log 2>&1 && \
    test -s /app/memoro.aot || { cat /tmp/start.log; exit 1; }

FROM ${BASE_IMAGE}
ARG SERVICE
ARG VERSION
ARG REVISION
ARG CREATED
ARG HEALTH
LABEL org.opencontainers.image.title="Memoro ${SERVICE}" \
      org.opencontainers.image.description="Part of Memoro, a personal CRM that people run themselves" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
COPY --from=java /opt/jre /opt/jre
COPY dependencies /app/dependencies
COPY memoro /app/memoro
COPY sbom.json /app/sbom.cdx.json
COPY --from=trained /app/java.args /app/memoro.aot /app/
WORKDIR /app
USER 65532:65532
# Native libraries are unpacked there, and nothing else is written.
ENV HOME=/tmp MEMORO_HEALTH=${HEALTH}
# The quick compiler alone, as in a local run: a start takes half the processor time, and less is resident.
ENTRYPOINT ["/opt/jre/bin/java", "-XX:AOTCache=/app/memoro.aot", "-XX:TieredStopAtLevel=1", \
            "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
            "-Xss512k", "-XX:ReservedCodeCacheSize=96m", "@/app/java.args"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=6 \
  CMD ["/opt/jre/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "/app/memoro/*", "org.memoro.health.CheckHealth"]
