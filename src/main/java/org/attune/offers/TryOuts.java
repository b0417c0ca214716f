package org.attune.offers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a policy would say, before it is published: of the last offers in numbers alone, and of people one may see. */
@Component
@Transactional(readOnly = true)
public class TryOuts {

    static final int OFFERS = 100;

    private final Readinesses readinesses;
    private final FactsOfNeeds facts;
    private final JdbcClient jdbc;

    TryOuts(Readinesses readinesses, FactsOfNeeds facts, JdbcClient jdbc) {
        this.readinesses = readinesses;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** Of the last hundred offers of everybody; numbers say nothing about anybody, so every admin may know them. */
    public TryOut ofLastOffers(GatePolicy today, GatePolicy draft) {
        return TryOut.of(lastOffers(), today, draft);
    }

    List<TryOut.Recorded> lastOffers() {
        Map<OfferId, TryOut.Recorded> offers = new LinkedHashMap<>();
        jdbc.sql("""
                        select l.id, l.kind, v.rule, bool_and(v.met) as met
                          from (select o.id, o.kind, o.recorded_at from offer o
                                 order by o.recorded_at desc, o.id desc limit :most) l
                          join lateral (select distinct on (x.need_id, x.rule) x.rule, x.met from offer_verdict x
                                         where x.offer_id = l.id
                                         order by x.need_id, x.rule, x.judged_at desc) v on true
                         group by l.id, l.kind, l.recorded_at, v.rule
                         order by l.recorded_at desc, l.id desc""").param("most", OFFERS).query(row -> {
            OfferId id = new OfferId(PieceRows.uuid(row, "id"));
            OfferKind kind = OfferKind.of(row.getString("kind"));
            offers.computeIfAbsent(id, key -> new TryOut.Recorded(id, kind, new EnumMap<>(Rule.class)))
                    .met()
                    .put(Rule.of(row.getString("rule")), row.getBoolean("met"));
        });
        return List.copyOf(offers.values());
    }

    /**
     * One open problem of a contact as a new offer for it would be judged.
     *
     * @param today by the policy in force
     * @param draft by the one that is tried out
     */
    public record OfNeed(Readiness today, Readiness draft) {}

    public List<OfNeed> ofContact(Viewer viewer, ContactId contact, GatePolicy today, GatePolicy draft) {
        List<NeedFacts> known = facts.of(viewer, readinesses.openNeeds(viewer, contact), null);
        List<Readiness> now = Gate.judge(known, today.of(OfferKind.NEW), null);
        List<Readiness> then = Gate.judge(known, draft.of(OfferKind.NEW), null);
        List<OfNeed> needs = new ArrayList<>();
        for (int at = 0; at < now.size(); at++) {
            needs.add(new OfNeed(now.get(at), then.get(at)));
        }
        return needs;
    }
}
