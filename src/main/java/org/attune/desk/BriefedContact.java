package org.attune.desk;

import java.time.LocalDate;
import java.util.List;
import org.attune.desk.TodayPlan.LastWords;
import org.attune.people.ContactId;
import org.attune.promises.PromiseView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who takes over has to know of one contact.
 *
 * @param threads what they said that nobody has followed up yet
 * @param promises the open ones, with who keeps them now
 * @param toldBy who told the customer that somebody else works with them; none: nobody yet
 * @param mayTell whether the viewer works with them
 */
public record BriefedContact(
        ContactId id,
        String name,
        @Nullable String company,
        @Nullable LastWords lastWords,
        List<LastWords> threads,
        List<PromiseView> promises,
        @Nullable String toldBy,
        @Nullable LocalDate toldOn,
        boolean mayTell) {

    public BriefedContact {
        threads = List.copyOf(threads);
        promises = List.copyOf(promises);
    }
}
