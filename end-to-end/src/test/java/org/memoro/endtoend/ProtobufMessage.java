package org.memoro.endtoend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The fields of one protobuf message by their numbers, as far as OTLP uses them. */
record ProtobufMessage(Map<Integer, List<Object>> fields) {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    static ProtobufMessage of(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new HashMap<>();
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            fields.computeIfAbsent((int) (tag >>> 3), number -> new ArrayList<>())
                    .add(value((int) (tag & 7), rest));
        }
        return new ProtobufMessage(fields);
    }

    /** All messages in a field. */
    List<ProtobufMessage> messages(int number) {
        return all(number).stream()
                .map(value -> ProtobufMessage.of((byte[]) value))
                .toList();
    }

    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    String hex(int number) {
        return HexFormat.of().formatHex(bytes(number));
    }

    long number(int number) {
        return all(number).isEmpty() ? 0 : (long) all(number).getFirst();
    }

    private byte[] bytes(int number) {
        return all(number).isEmpty() ? new byte[0] : (byte[]) all(number).getFirst();
    }

    private List<Object> all(int number) {
        return fields.getOrDefault(number, List.of());
    }

    private static Object value(int kind, ByteBuffer rest) {
        return switch (kind) {
            case VARINT -> varint(rest);
            case FIXED_64 -> rest.getLong();
            case FIXED_32 -> (long) rest.getInt();
            case BYTES -> {
                byte[] bytes = new byte[(int) varint(rest)];
                rest.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("no protobuf: kind " + kind);
        };
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protobuf: an endless number");
    }
}
