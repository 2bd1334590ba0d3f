package org.memoro.problems;

import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads texts as Jackson does, but refuses NUL characters, which PostgreSQL cannot keep. */
final class TextDeserializer extends StdScalarDeserializer<String> {

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw new NulCharacterException(pointer(parser.streamReadContext()));
        }
        return text;
    }

    private static String pointer(TokenStreamContext at) {
        return at.pathAsPointer().toString();
    }
}
