package org.attune.people;

import java.util.Objects;
import java.util.function.IntSupplier;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody is brought to us by somebody they brought, however many stand between. The database refuses it too, so that two who write at
 * the same moment cannot close a circle together.
 */
@Component
class Circles {

    private static final String CONSTRAINT = "introduction_in_no_circle";

    private final JdbcClient jdbc;

    Circles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void wouldClose(ContactId introducer, ContactId introduced) {
        if (lead(introduced, introducer)) {
            throw circle();
        }
    }

    /** What the database refuses because of a circle, said as a rule. */
    int refused(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DataIntegrityViolationException broken) {
            if (isCircle(broken)) {
                throw circle();
            }
            throw broken;
        }
    }

    /** After the introductions of two people became those of one. */
    void closedByMerge() {
        closedBy("people.merge.circle");
    }

    /** After the introductions of one became those of two again, beside whatever was noted in between. */
    void closedByUndoing() {
        closedBy("people.merge.undo.circle");
    }

    private void closedBy(String sentence) {
        try {
            jdbc.sql("set constraints " + CONSTRAINT + " immediate").update();
        } catch (DataIntegrityViolationException broken) {
            if (isCircle(broken)) {
                throw new RuleRefused(sentence);
            }
            throw broken;
        }
    }

    private boolean lead(ContactId who, ContactId whom) {
        return jdbc.sql("select introductions_lead(:who, :whom)")
                .param("who", who.value())
                .param("whom", whom.value())
                .query(Boolean.class)
                .single();
    }

    private static boolean isCircle(DataIntegrityViolationException broken) {
        return Objects.requireNonNullElse(broken.getMostSpecificCause().getMessage(), "")
                .contains("a circle of introductions");
    }

    private static RuleRefused circle() {
        return new RuleRefused("people.introduction.circle", "introducedBy");
    }
}
