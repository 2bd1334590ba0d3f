package org.memoro.gateway.export;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** One file of an export, read when its turn comes. */
record ExportFile(String name, Flux<DataBuffer> content) {}
