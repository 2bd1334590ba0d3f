package org.memoro.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as an attacker sends them, on a connection that no library has tidied up. */
final class RawHttp {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    private RawHttp() {}

    /** Everything that came back, and whether the connection was closed in the end. */
    record Answer(String text, boolean closed) {
        /** Of the first answer; 0 when there was none. */
        int status() {
            Matcher matcher = STATUS.matcher(text);
            return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
        }

        /** How many answers came. */
        long count() {
            return STATUS.matcher(text).results().count();
        }
    }

    static Answer send(int port, String bytes) {
        return send(port, bytes, 3_000);
    }

    /** Reads until the other side closes, or until nothing has come for so long. */
    static Answer send(int port, String bytes, int patience) {
        try (Socket socket = connect(port)) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException e) {
                // refused while we were still talking: the answer may be there all the same
            }
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection from a place of its own. */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(Loopback.address(100 + NEXT.getAndIncrement() % 100), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        return socket;
    }

    static Answer read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean closed = true;
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            closed = false;
        } catch (SocketException e) {
            // reset: closed as well
        }
        return new Answer(all.toString(StandardCharsets.ISO_8859_1), closed);
    }
}
