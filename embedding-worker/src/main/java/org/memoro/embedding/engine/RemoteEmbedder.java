package org.memoro.embedding.engine;

/** A provider's embedding model that tells what each vector cost; blocking. */
interface RemoteEmbedder {

    String model();

    EmbeddingAnswer passage(String text);

    EmbeddingAnswer query(String text);
}
