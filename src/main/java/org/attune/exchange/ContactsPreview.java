package org.attune.exchange;

import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, line by line; nothing has been done.
 *
 * @param headings with what each column is taken for
 * @param owner whose they become where no line says otherwise; none where that is still to be said
 * @param older whether the letters were read in the way older programs write them
 */
public record ContactsPreview(
        UUID id,
        String fileName,
        String region,
        @Nullable UserId owner,
        boolean older,
        List<Column> headings,
        int taken,
        int unchanged,
        int refused,
        List<LineView> lines) {

    /** @param example what stands in its first line that is not empty */
    public record Column(String heading, ContactField field, String example) {}

    public boolean saysTheName() {
        return headings.stream().anyMatch(column -> column.field().isName());
    }
}
