package org.attune.sample;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rows of one table on their way to the database, as {@code COPY} takes them in its binary format: fields in the order of columns. */
final class Sheet {

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FULL = 2 << 20;
    private static final int LARGEST_FIELD = 64 << 10;
    private static final long EPOCH_OF_POSTGRES = 946_684_800L;
    private static final int DAY_OF_POSTGRES = 10_957;
    private static final int BASE = 10_000;
    private static final int NUMERIC_HEAD = 8;

    private final String table;
    private final String columns;
    private final int many;
    private final BiConsumer<Sheet, byte[]> full;
    private ByteBuffer bytes = ByteBuffer.allocate(FULL + LARGEST_FIELD);
    private int fields;
    private long rows;

    /** @param full takes what is to be copied */
    Sheet(String table, String columns, BiConsumer<Sheet, byte[]> full) {
        this.table = table;
        this.columns = columns;
        this.many = columns.split(",").length;
        this.full = full;
        this.fields = many;
        bytes.put(HEAD);
    }

    String table() {
        return table;
    }

    String copy() {
        return "copy " + table + " (" + columns + ") from stdin (format binary, freeze)";
    }

    long rows() {
        return rows;
    }

    Sheet row() {
        if (fields != many) {
            throw new IllegalStateException(table + " has a row of " + fields + " fields instead of " + many);
        }
        if (bytes.position() > FULL) {
            handOver();
        }
        rows++;
        fields = 0;
        bytes.putShort((short) many);
        return this;
    }

    void end() {
        if (bytes.position() > HEAD.length) {
            handOver();
        }
    }

    private void handOver() {
        bytes.putShort((short) -1);
        full.accept(this, Arrays.copyOf(bytes.array(), bytes.position()));
        bytes = ByteBuffer.allocate(FULL + LARGEST_FIELD);
        bytes.put(HEAD);
    }

    Sheet none() {
        fields++;
        bytes.putInt(-1);
        return this;
    }

    Sheet text(@Nullable String value) {
        return value == null ? none() : raw(value.getBytes(StandardCharsets.UTF_8));
    }

    Sheet raw(byte[] value) {
        fields++;
        bytes.putInt(value.length).put(value);
        return this;
    }

    Sheet json(String value) {
        fields++;
        byte[] json = value.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(json.length + 1).put((byte) 1).put(json);
        return this;
    }

    Sheet id(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        fields++;
        bytes.putInt(Long.BYTES * 2).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    Sheet whole(int value) {
        fields++;
        bytes.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    Sheet wholeOrNone(@Nullable Integer value) {
        return value == null ? none() : whole(value);
    }

    Sheet yesOrNone(@Nullable Boolean value) {
        return value == null ? none() : yes(value);
    }

    Sheet large(long value) {
        fields++;
        bytes.putInt(Long.BYTES).putLong(value);
        return this;
    }

    Sheet yes(boolean value) {
        fields++;
        bytes.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** @param second since 1970; 0: none */
    Sheet at(long second) {
        return second == 0 ? none() : large((second - EPOCH_OF_POSTGRES) * 1_000_000);
    }

    /** @param second since 1970; 0: for ever */
    Sheet untilAt(long second) {
        return second == 0 ? large(Long.MAX_VALUE) : at(second);
    }

    /** @param day since 1970; 0: none */
    Sheet day(long day) {
        return day == 0 ? none() : whole(Math.toIntExact(day - DAY_OF_POSTGRES));
    }

    /** With two decimals. */
    Sheet money(@Nullable BigDecimal value) {
        if (value == null) {
            return none();
        }
        fields++;
        List<Integer> digits = new ArrayList<>();
        for (long left = value.longValue(); left > 0; left /= BASE) {
            digits.add(0, (int) (left % BASE));
        }
        int weight = digits.size() - 1;
        bytes.putInt(NUMERIC_HEAD + 2 * digits.size());
        bytes.putShort((short) digits.size())
                .putShort((short) Math.max(0, weight))
                .putShort((short) 0)
                .putShort((short) 2);
        digits.forEach(digit -> bytes.putShort(digit.shortValue()));
        return this;
    }
}
