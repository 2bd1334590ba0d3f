package org.memoro.gateway.limits;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Hangs up on requests that drip and on requests that can be read in two ways, before anything else sees them.
 *
 * <p>Netty's own time limits begin when the headers are there, and its limit for idle connections begins anew with each
 * byte. It also reads a transfer coding that it does not know as none, and ends a body that breaks off in the middle
 * as if it were whole.
 *
 * <p>Sits behind the decoder: when bytes were read and nothing came out, the head of a request is under way.
 */
final class RequestGuard extends ChannelDuplexHandler {
    private static final String TOO_SLOW = "408 Request Timeout";
    private static final String AMBIGUOUS = "400 Bad Request";

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final Duration patience;
    private boolean isInRequest;
    private boolean isAnswering;
    private int unanswered;
    private boolean hasDecoded;
    private boolean hasHungUp;
    private @Nullable Future<?> deadline;

    RequestGuard(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        hasDecoded = true;
        if (hasHungUp || (message instanceof HttpObject part && !hasOneMeaning(part))) {
            ReferenceCountUtil.release(message);
            hangUp(context, AMBIGUOUS);
            return;
        }
        if (message instanceof HttpRequest) {
            isInRequest = true;
            unanswered++;
            stopWaiting();
        }
        if (message instanceof LastHttpContent) {
            isInRequest = false;
        }
        context.fireChannelRead(message);
    }

    /** A head that cannot be decoded is answered by Netty itself. */
    private static boolean hasOneMeaning(HttpObject part) {
        if (!(part instanceof HttpRequest request)) {
            return !part.decoderResult().isFailure();
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse answer && !answer.headers().contains(POLICY)) {
            // Netty's own words: everything that comes from our filters has a policy.
            answer.headers()
                    .set(POLICY, NOTHING)
                    .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                    .set("X-Content-Type-Options", "nosniff");
        }
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            isAnswering = true;
        }
        if (isAnswering && message instanceof LastHttpContent) {
            isAnswering = false;
            unanswered--;
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!isInRequest && !hasDecoded && deadline == null) {
            deadline = context.executor()
                    .schedule(() -> hangUp(context, TOO_SLOW), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        hasDecoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    private void hangUp(ChannelHandlerContext context, String status) {
        if (hasHungUp) {
            return;
        }
        hasHungUp = true;
        stopWaiting();
        // While another request waits, this would be taken for the answer to that one.
        boolean canAnswer = !isAnswering && unanswered == (isInRequest ? 1 : 0);
        context.pipeline()
                .context(NettyPipeline.HttpCodec)
                .writeAndFlush(canAnswer ? Unpooled.wrappedBuffer(answer(status)) : Unpooled.EMPTY_BUFFER)
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static byte[] answer(String status) {
        return ("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n"
                        + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
                        + POLICY + ": " + NOTHING + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void stopWaiting() {
        Future<?> running = deadline;
        if (running != null) {
            running.cancel(false);
            deadline = null;
        }
    }
}
