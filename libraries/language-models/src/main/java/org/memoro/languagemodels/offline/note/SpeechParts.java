package org.memoro.languagemodels.offline.note;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.jspecify.annotations.Nullable;

/** Tells nouns from verbs with the English model of Apache OpenNLP; its taggers serve one thread each and are reused. */
public final class SpeechParts {

    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final POSModel model;
    private final ConcurrentLinkedQueue<POSTaggerME> idle = new ConcurrentLinkedQueue<>();

    public SpeechParts() {
        try (InputStream stream = SpeechParts.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw new IllegalStateException(MODEL + " is not on the class path");
            }
            model = new POSModel(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] of(String[] words) {
        @Nullable POSTaggerME waiting = idle.poll();
        POSTaggerME tagger = waiting != null ? waiting : new POSTaggerME(model);
        try {
            return tagger.tag(words);
        } finally {
            idle.offer(tagger);
        }
    }
}
