package org.attune.exchange;

import java.util.List;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of contacts and what would become of it.
 *
 * @param details none where it is refused before anything could be read
 * @param stage the key of the stage it names
 * @param known who it is already
 * @param owner whose they become, or are; none where it is refused
 * @param answers what it says of the organisation's own fields
 */
record ContactLine(
        Table.Row row,
        String name,
        @Nullable ContactDetails details,
        @Nullable String stage,
        LineResult result,
        List<Remark> remarks,
        @Nullable ContactId known,
        @Nullable Viewer owner,
        Answers answers) {

    static ContactLine refused(Table.Row row, String name, Remark why) {
        return new ContactLine(row, name, null, null, LineResult.REFUSED, List.of(why), null, null, Answers.none());
    }

    ContactLine unchanged(@Nullable ContactId known, Remark why) {
        return new ContactLine(row, name, details, stage, LineResult.UNCHANGED, List.of(why), known, owner, answers);
    }

    ContactLine remarked(Remark remark) {
        List<Remark> all = new java.util.ArrayList<>(remarks);
        all.add(remark);
        return new ContactLine(row, name, details, stage, result, List.copyOf(all), known, owner, answers);
    }

    ContactLine goingTo(Viewer owner) {
        return new ContactLine(row, name, details, stage, result, remarks, known, owner, answers);
    }

    /** A word for what stands in a column where nothing else wants it. */
    Optional<String> cell(int column) {
        return column < 0 || column >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(column)).filter(cell -> !cell.isBlank());
    }

    String digest() {
        return Digest.of(row.cells());
    }
}
