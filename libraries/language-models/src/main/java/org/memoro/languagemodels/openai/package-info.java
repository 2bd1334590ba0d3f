/** Language models behind an OpenAI-compatible address: OpenRouter, another provider, or a local server. */
@NullMarked
package org.memoro.languagemodels.openai;

import org.jspecify.annotations.NullMarked;
