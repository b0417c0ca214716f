package org.attune.offers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps offers. What they stand on is only ever inserted. */
@Component
class OfferRows {

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks it. @throws NotSeen where they do not work with whoever it goes to */
    Offer tended(Viewer viewer, OfferId id) {
        UUID seen = jdbc.sql("""
                        select o.id from seen_offer(:viewer) o join tended_contact(:viewer) c on c.id = o.contact_id
                         where o.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotSeen("offer"));
        return jdbc.sql("select " + Offer.COLUMNS + " from offer o where o.id = :id for update")
                .param("id", seen)
                .query(Offer::read)
                .single();
    }

    /** A repeat that comes at the same time waits, and then finds the offer. */
    void oneAfterTheOther(OfferId id) {
        jdbc.sql("select pg_advisory_xact_lock(:key) is null")
                .param("key", id.value().getLeastSignificantBits())
                .query(Boolean.class)
                .single();
    }

    boolean exists(OfferId id) {
        return jdbc.sql("select exists (select from offer where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<NeedId> needsOf(OfferId id) {
        return jdbc.sql("""
                        select n.need_id from offer_need n join offer o on o.id = n.offer_id
                         where n.offer_id = :id order by n.need_id <> o.need_id, n.need_id""").param("id", id.value()).query(UUID.class).list().stream()
                .map(NeedId::new)
                .toList();
    }

    /** Whether all of them are problems; what somebody wants to know is answered, not offered for. */
    boolean areProblems(Viewer viewer, List<NeedId> needs) {
        return jdbc.sql("select count(*) from seen_need(:viewer) n where n.id = any (:needs) and n.kind <> 'problem'")
                        .param("viewer", viewer.uuid())
                        .param("needs", needs.stream().map(NeedId::value).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void insert(RecordOffer offer, NeedId first, Viewer by, UUID team, @Nullable Piece ask, Instant now) {
        OfferWords words = offer.words();
        jdbc.sql("""
                        insert into offer (id, contact_id, need_id, owner_id, team_id, kind, repeats_id, replaces_id, title, scope,
                          currency, price_once, price_month, price_year, valid_until, pulled, asked_turn, asked_by, push_reason,
                          still_sensible, sense_for_us, recorded_at, changed_at)
                        values (:id, :contact, :need, :by, :team, :kind, :repeats, :replaces, :title, :scope,
                          :currency, :once, :month, :year, :validUntil, :pulled, :asked, :askedBy, :pushReason,
                          :stillSensible, :senseForUs, :now, :now)""")
                .param("id", offer.id().value())
                .param("contact", offer.contact().value())
                .param("need", first.value())
                .param("by", by.uuid())
                .param("team", team)
                .param("kind", offer.kind().code())
                .param("repeats", uuid(offer.repeats()))
                .param("replaces", uuid(offer.replaces()))
                .param("title", words.title())
                .param("scope", words.scope())
                .param("currency", words.price().currency())
                .param("once", words.price().once())
                .param("month", words.price().month())
                .param("year", words.price().year())
                .param("validUntil", words.validUntil())
                .param("pulled", ask != null)
                .param("asked", ask == null ? null : ask.uuid())
                .param(
                        "askedBy",
                        ask == null
                                ? null
                                : Objects.requireNonNull(ask.speaker()).value())
                .param("pushReason", ask == null ? words.pushReason() : null)
                .param("stillSensible", words.stillSensible())
                .param("senseForUs", words.senseForUs())
                .param("now", Timestamp.from(now))
                .update();
    }

    void insertNeed(RecordOffer offer, Readiness readiness) {
        List<Piece> question = readiness.finding(Rule.QUESTION_ANSWERED).evidence();
        List<Piece> response = readiness.finding(Rule.RESPONSE_GIVEN).evidence();
        PartGone part = offer.parts().get(readiness.need());
        jdbc.sql("""
                        insert into offer_need (offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id,
                          answered_id, confirmation_id, cost_id, solution_id, reaction_id, part_gone, part_gone_turn)
                        values (:offer, :need, :contact, :heard, :question, :answer, :response, :answered, :confirmation, :cost,
                          :solution, :reaction, :part, :partTurn)""")
                .param("offer", offer.id().value())
                .param("need", readiness.need().value())
                .param("contact", offer.contact().value())
                .param(
                        "heard",
                        readiness.finding(Rule.NEED_HEARD).evidence().get(0).uuid())
                .param("question", question.get(0).uuid())
                .param("answer", question.get(1).uuid())
                .param("response", response.get(0).uuid())
                .param("answered", response.get(1).uuid())
                .param("confirmation", readiness.finding(Rule.NEED_CONFIRMED).source())
                .param("cost", readiness.finding(Rule.COST_KNOWN).source())
                .param("solution", readiness.finding(Rule.SOLUTION_AGREED).source())
                .param("reaction", reaction(readiness))
                .param("part", part == null ? null : part.percent())
                .param(
                        "partTurn",
                        part == null || part.saidIn() == null
                                ? null
                                : part.saidIn().value())
                .update();
    }

    private static @Nullable UUID reaction(Readiness readiness) {
        Finding finding = readiness.finding(Rule.REACTION_HEARD);
        Piece piece = finding.first();
        return piece == null || finding.carriedOver() ? null : piece.uuid();
    }

    void insertVerdicts(OfferId offer, Readiness readiness, Instant now) {
        for (Finding finding : readiness.findings()) {
            Piece piece = finding.first();
            jdbc.sql("""
                            insert into offer_verdict (offer_id, need_id, rule, demand, met, turn_id, carried_over, judged_at)
                            values (:offer, :need, :rule, :demand, :met, :turn, :carried, :now)""")
                    .param("offer", offer.value())
                    .param("need", readiness.need().value())
                    .param("rule", finding.rule().code())
                    .param("demand", finding.demand().code())
                    .param("met", finding.isHere())
                    .param("turn", piece == null ? null : piece.uuid())
                    .param("carried", finding.carriedOver())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    void edit(EditOffer edit, Instant now) {
        OfferWords words = edit.words();
        jdbc.sql("""
                        update offer set title = :title, scope = :scope, currency = :currency, price_once = :once,
                          price_month = :month, price_year = :year, valid_until = :validUntil,
                          push_reason = case when pulled then null else :pushReason end, still_sensible = :stillSensible,
                          sense_for_us = :senseForUs, changed_at = :now, version = version + 1
                         where id = :id""")
                .param("title", words.title())
                .param("scope", words.scope())
                .param("currency", words.price().currency())
                .param("once", words.price().once())
                .param("month", words.price().month())
                .param("year", words.price().year())
                .param("validUntil", words.validUntil())
                .param("pushReason", words.pushReason())
                .param("stillSensible", words.stillSensible())
                .param("senseForUs", words.senseForUs())
                .param("now", Timestamp.from(now))
                .param("id", edit.id().value())
                .update();
    }

    void send(OfferId id, Viewer by, Instant now) {
        jdbc.sql("""
                        update offer set state = 'sent', sent_at = :now, changed_at = :now, version = version + 1
                         where id = :id""").param("now", Timestamp.from(now)).param("id", id.value()).update();
        jdbc.sql("""
                        insert into offer_sent (offer_id, terms_seal, sent_at, sent_by)
                        select id, terms_seal, sent_at, :by from offer where id = :id""").param("by", by.uuid()).param("id", id.value()).update();
    }

    void become(OfferId id, OfferState state, Instant now) {
        jdbc.sql("update offer set state = :state, changed_at = :now, version = version + 1 where id = :id")
                .param("state", state.code())
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    void withdraw(OfferId id, String why, Instant now) {
        jdbc.sql("""
                        update offer set state = 'withdrawn', withdrawn_at = :now, withdrawn_why = :why, changed_at = :now,
                          version = version + 1
                         where id = :id""")
                .param("now", Timestamp.from(now))
                .param("why", why)
                .param("id", id.value())
                .update();
    }

    /** @return whether it is new */
    boolean decide(DecideOffer decision, Viewer by, Instant now) {
        return jdbc.sql("""
                        insert into decision (id, offer_id, kind, on_day, reason, ask_again_on, noted_by, noted_at)
                        values (:id, :offer, :kind, :onDay, :reason, :askAgainOn, :by, :now)
                        on conflict (id) do nothing""")
                        .param("id", decision.id())
                        .param("offer", decision.offer().value())
                        .param("kind", decision.kind().code())
                        .param("onDay", decision.onDay())
                        .param("reason", decision.reason())
                        .param("askAgainOn", decision.askAgainOn())
                        .param("by", by.uuid())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<DecisionView> decision(UUID id, OfferId offer) {
        return jdbc.sql(DecisionView.SELECT + " where d.id = :id and d.offer_id = :offer")
                .param("id", id)
                .param("offer", offer.value())
                .query(DecisionView::read)
                .optional();
    }

    private static @Nullable UUID uuid(@Nullable OfferId id) {
        return id == null ? null : id.value();
    }
}
