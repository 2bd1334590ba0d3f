package org.memoro.languagemodels.offline;

import org.memoro.languagemodels.FactExtractor;
import org.memoro.languagemodels.FactExtractorContract;

class OfflineExtractorTests extends FactExtractorContract {

    private static final OfflineExtractor EXTRACTOR = new OfflineExtractor();

    @Override
    protected FactExtractor extractor() {
        return EXTRACTOR;
    }
}
