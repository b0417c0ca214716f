package org.attune.search;

import java.math.BigDecimal;
import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of what was found ended: how well the last one matched, by what it was sorted, and which it was. */
record Place(BigDecimal score, String sorted, UUID id) {

    private static final Place START = new Place(BigDecimal.valueOf(1_000), "", new UUID(0, 0));

    static Place parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("~", 3);
        try {
            return new Place(new BigDecimal(parts[0]), parts[2], UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new NotSeen("page");
        }
    }

    @Override
    public String toString() {
        return score.toPlainString() + "~" + id + "~" + sorted;
    }
}
