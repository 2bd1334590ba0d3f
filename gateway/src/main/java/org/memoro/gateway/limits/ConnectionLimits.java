package org.memoro.gateway.limits;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** How long a request may take to arrive, and how many connections there may be. Answers may take as long as they do. */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    /** Headers are a few hundred bytes and come in one packet, or in two. */
    static final Duration HEAD = Duration.ofSeconds(10);
    /** A phone between two cells pauses for seconds. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** The largest request, 1 MiB, over a bad line of 150 kbit/s. */
    static final Duration WHOLE = Duration.ofSeconds(60);

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionLimits(LimitSettings settings) {
        this.most = settings.connections();
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limited);
    }

    private HttpServer limited(HttpServer server) {
        return server.readTimeout(PAUSE)
                .requestTimeout(WHOLE)
                .doOnChannelInit((observer, channel, remote) -> count(channel));
    }

    private void count(Channel channel) {
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (open.incrementAndGet() > most) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            pipeline.addAfter(NettyPipeline.HttpCodec, "memoro.requestGuard", new RequestGuard(HEAD));
        }
    }
}
