package org.attune.offers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedView;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the gate says, for whoever asks, before anything is recorded. */
@Component
@Transactional(readOnly = true)
public class Readinesses {

    private static final int MOST = 20;

    private static final Comparator<NeedView> NEWEST_FIRST = Comparator.comparing(NeedView::notedAt)
            .thenComparing(need -> need.id().value().toString())
            .reversed();

    private final FactsOfNeeds facts;
    private final Policies policies;
    private final QuestionsForNeeds questions;
    private final JdbcClient jdbc;

    Readinesses(FactsOfNeeds facts, Policies policies, QuestionsForNeeds questions, JdbcClient jdbc) {
        this.facts = facts;
        this.policies = policies;
        this.questions = questions;
        this.jdbc = jdbc;
    }

    /** @throws NotSeen where the need may not be seen */
    public Readiness of(Viewer viewer, NeedId need) {
        return of(viewer, List.of(need), OfferKind.NEW, null).stream()
                .findFirst()
                .orElseThrow(() -> new NotSeen("need"));
    }

    /** One after the other, as far as they may be seen; with terms, as if they were offered now. */
    public List<Readiness> of(Viewer viewer, Collection<NeedId> needs, OfferKind kind, @Nullable Terms terms) {
        List<NeedFacts> known = facts.of(viewer, needs, null);
        if (known.isEmpty()) {
            return List.of();
        }
        List<Readiness> judged = Gate.judge(known, policies.of(kind), terms);
        return terms == null ? questions.beside(known, judged) : judged;
    }

    /** Of the open problems of a contact, the newest first. What they want to know is answered, not offered for. */
    public List<Readiness> ofContact(Viewer viewer, ContactId contact) {
        return of(viewer, openNeeds(viewer, contact), OfferKind.NEW, null);
    }

    /** The same, where these are all needs of the contact. */
    public List<Readiness> ofContact(Viewer viewer, List<NeedView> needs) {
        List<NeedId> open = needs.stream()
                .filter(need -> need.open() && need.kind() == NeedKind.PROBLEM)
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .map(NeedView::id)
                .toList();
        return of(viewer, open, OfferKind.NEW, null);
    }

    public List<NeedId> openNeeds(Viewer viewer, ContactId contact) {
        return jdbc
                .sql("""
                        select n.id from seen_need(:viewer) n join need_person p on p.need_id = n.id
                         where p.contact_id = :contact and n.ended_at is null and n.kind = 'problem'
                         order by n.noted_at desc, n.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", MOST)
                .query(UUID.class)
                .list()
                .stream()
                .map(NeedId::new)
                .toList();
    }

    /** What the gate says about these needs, and what was said about each, for choosing a turn from it. */
    public Known known(Viewer viewer, Collection<NeedId> needs, OfferKind kind) {
        List<NeedFacts> known = facts.of(viewer, needs, null);
        return new Known(known, Gate.judge(known, policies.of(kind), null));
    }

    /** @param judged one for each of the facts */
    public record Known(List<NeedFacts> facts, List<Readiness> judged) {

        public Known {
            facts = List.copyOf(facts);
            judged = List.copyOf(judged);
        }
    }
}
