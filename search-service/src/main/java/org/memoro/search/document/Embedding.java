package org.memoro.search.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** What a text means to a model, as embedding-worker says it. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying a vector per use would cost more than it guards
public record Embedding(String model, float[] values) {

    /**
     * Reads little-endian 32-bit floats.
     *
     * @throws IllegalArgumentException when they are not Base64, or not as many as announced
     */
    public static Embedding decode(String model, int dimensions, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (dimensions < 1 || bytes.length != dimensions * Float.BYTES) {
            throw new IllegalArgumentException(
                    "a vector of " + dimensions + " dimensions has not " + bytes.length + " bytes");
        }
        float[] values = new float[dimensions];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Embedding(model, values);
    }

    /** How many numbers it has. */
    public int dimensions() {
        return values.length;
    }
}
