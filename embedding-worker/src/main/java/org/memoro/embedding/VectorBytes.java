package org.memoro.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Vectors as little-endian 32-bit floats, in the database and on the wire. */
public final class VectorBytes {
    private VectorBytes() {}

    /** The bytes of a vector. */
    public static byte[] of(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    /** The vector of some bytes. */
    public static float[] read(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /** The bytes of a vector as text. */
    public static String base64(float[] vector) {
        return Base64.getEncoder().encodeToString(of(vector));
    }
}
