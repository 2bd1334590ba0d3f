package org.memoro.languagemodels;

/** Reads facts out of a note; blocking, either on this machine's processor or at a remote model. */
public interface FactExtractor {

    /**
     * Reads the facts and says what reading them cost.
     *
     * @throws ModelUnavailableException when the engine cannot answer now
     */
    ExtractionAnswer answer(ExtractionRequest request);

    /** Reads the facts. */
    default Extraction extract(ExtractionRequest request) {
        return answer(request).extraction();
    }

    /** Name and version of everything that shapes the result (model, prompt, rules): part of every cache key. */
    String engine();
}
