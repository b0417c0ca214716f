package org.attune.offers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.needs.LeansOnPeople;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.attune.people.RowsFollowMerge;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Offers and past purchases follow when two contacts are merged. An offer goes to one of the people of each of its needs,
 * so this comes after the needs; its rows of evidence follow by themselves. When a merge is undone, an offer made since
 * stays where it was made, with a person of its needs; a revision goes back with what it replaces.
 */
@Component
@Order(OffersFollowMerge.AFTER_NEEDS)
class OffersFollowMerge extends RowsFollowMerge implements LeansOnPeople {

    static final int AFTER_NEEDS = 600;

    private static final Rows OFFERS = Rows.of("offer");

    private final JdbcClient jdbc;

    OffersFollowMerge(JdbcClient jdbc) {
        super(jdbc, OFFERS, Rows.of("past_purchase"));
        this.jdbc = jdbc;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        super.goBack(absorbed, kept, rows);
        goBack(OFFERS, revisionsOf(moved("offer", rows)), absorbed, kept);
    }

    /** Needs of offers to them that do not go back, and needs somebody of whom asked for an offer in words of theirs. */
    @Override
    public Set<NeedId> needsOf(ContactId person, List<MovedRow> goingBack) {
        UUID[] moved = moved("offer", goingBack);
        return Set.copyOf(jdbc.sql("""
                        select n.need_id from offer_need n
                         where n.contact_id = :person and n.offer_id <> all (:going::uuid[])
                        union
                        select o.need_id from offer o where o.asked_by = :person""")
                .param("person", person.value())
                .param(
                        "going",
                        Stream.concat(Stream.of(moved), Stream.of(revisionsOf(moved)))
                                .toArray(UUID[]::new))
                .query((row, n) -> new NeedId(Objects.requireNonNull(row.getObject("need_id", UUID.class))))
                .list());
    }

    private UUID[] revisionsOf(UUID[] offers) {
        return jdbc.sql("""
                        with recursive revision (id) as (
                          select o.id from offer o where o.replaces_id = any (:offers::uuid[])
                          union
                          select o.id from revision r join offer o on o.replaces_id = r.id)
                        select id from revision""").param("offers", offers).query(UUID.class).list().toArray(UUID[]::new);
    }
}
