package org.attune.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.attune.sample.Story.Reach;
import org.jspecify.annotations.Nullable;

/** Writes down an offer with its evidence, what the gate said about it, and what they decided. */
final class OfferWriter {

    private static final int VALID = 45;
    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final long DAY_2000 = 10_957;

    private final House house;
    private final Sheets sheets;
    private final MessageDigest md5;
    private long numbers;

    OfferWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What stands in it and comes from nowhere else. */
    private record Terms(
            String title, String scope, String currency, BigDecimal once, BigDecimal year, long until, boolean below) {}

    void write(Story story) {
        Dice dice = story.dice(12);
        Terms terms = terms(story, dice);
        offer(story, terms, dice);
        need(story);
        verdict(story, terms, story.recordedAt());
        if (story.reach.atLeast(Reach.SENT)) {
            sheets.row("offer_sent")
                    .id(story.offer)
                    .text(seal(terms))
                    .at(story.sentAt())
                    .id(story.person.owner.id());
            verdict(story, terms, story.sentAt());
        }
        if (story.reach.isDecided()) {
            decision(story, dice);
        }
    }

    private static Terms terms(Story story, Dice dice) {
        Phrases phrases = story.person.market().phrases();
        boolean below = !dice.chance(0.08);
        long saved = story.cost.longValue() * story.about.part() / 100;
        long year =
                Math.max(100, Math.round(saved * (below ? 0.25 + 0.3 * dice.unit() : 1.1 + dice.unit()) / 100) * 100);
        long once = Math.round(saved * 0.15 * dice.unit() / 100) * 100;
        return new Terms(
                phrases.say("offer", story.about, dice),
                phrases.say("scope", story.about, dice),
                story.person.market().currency,
                BigDecimal.valueOf(once),
                BigDecimal.valueOf(year),
                story.recordedAt() / House.DAY + VALID,
                below && once + year < saved);
    }

    private void offer(Story story, Terms terms, Dice dice) {
        Person person = story.person;
        Phrases phrases = person.market().phrases();
        boolean sent = story.reach.atLeast(Reach.SENT);
        boolean decided = story.reach.isDecided();
        boolean withdrawn = story.reach == Reach.SENT && dice.chance(0.15);
        long changed = decided ? story.decidedAt() : sent ? story.sentAt() : story.recordedAt();
        long withdrawnAt = withdrawn ? changed + 6 * House.HOUR : 0;
        Sheet row = sheets.row("offer")
                .id(story.offer)
                .large(++numbers)
                .id(person.id)
                .id(story.need);
        row.id(person.owner.id())
                .id(person.owner.team().id())
                .text(dice.chance(0.06) ? "tender" : "new")
                .text(terms.title())
                .text(terms.scope());
        row.text(terms.currency())
                .money(terms.once())
                .money(NONE)
                .money(terms.year())
                .day(terms.until())
                .yes(story.pulled);
        row.id(story.pulled ? story.agreed() : null).id(story.pulled ? person.id : null);
        row.text(story.pulled ? null : phrases.say("push", story.about, dice));
        row.text(terms.below() ? null : phrases.say("sensible", story.about, dice))
                .none();
        row.text(withdrawn ? "withdrawn" : decided ? "decided" : sent ? "sent" : "draft")
                .at(story.recordedAt())
                .at(sent ? story.sentAt() : 0);
        row.at(withdrawnAt)
                .text(withdrawn ? phrases.say("withdrawn offer", story.about, dice) : null)
                .at(withdrawn ? withdrawnAt : changed);
        row.whole(decided ? 2 : sent ? 1 : 0);
    }

    private void need(Story story) {
        sheets.row("offer_need")
                .id(story.offer)
                .id(story.need)
                .id(story.person.id)
                .id(story.states())
                .id(story.question())
                .id(story.answer())
                .id(story.response())
                .id(story.answer())
                .id(story.confirmation())
                .id(story.costId())
                .id(story.solution())
                .id(story.reaction())
                .whole(story.about.part())
                .id(story.partSaid());
    }

    private void verdict(Story story, Terms terms, long at) {
        judged(story, "need_heard", "always", true, story.states(), at);
        judged(story, "question_answered", "always", true, story.question(), at);
        judged(story, "response_given", "always", true, story.response(), at);
        judged(story, "need_confirmed", "required", true, story.confirmed(), at);
        judged(story, "cost_known", "required", true, story.costSaid(), at);
        judged(story, "solution_agreed", "required", true, story.agreed(), at);
        judged(story, "asked_for", "warn", story.pulled, story.pulled ? story.agreed() : null, at);
        judged(story, "reaction_heard", "required", true, story.reaction(), at);
        judged(story, "price_below_cost", "warn", terms.below(), null, at);
    }

    private void judged(Story story, String rule, String demand, boolean met, @Nullable UUID turn, long at) {
        sheets.row("offer_verdict")
                .id(story.offer)
                .id(story.need)
                .text(rule)
                .text(demand)
                .yes(met)
                .id(turn)
                .at(at);
    }

    private void decision(Story story, Dice dice) {
        Person person = story.person;
        long at = story.decidedAt();
        boolean later = story.reach == Reach.NOT_NOW;
        String kind = later ? "not_now" : story.reach == Reach.YES ? "yes" : "no";
        sheets.row("decision")
                .id(story.decision())
                .id(story.offer)
                .text(kind)
                .day(at / House.DAY)
                .text(person.market().phrases().say(kind.replace('_', ' '), story.about, dice))
                .day(later ? person.path.askAgain(at) : 0)
                .id(person.owner.id())
                .at(at);
        sheets.row("way_on")
                .id(dice.id(at))
                .id(person.id)
                .none()
                .text(later ? "not_now" : "keep_in_touch")
                .day(later ? person.path.askAgain(at) : 0)
                .none()
                .id(person.owner.id())
                .at(at + 60)
                .id(story.decision());
    }

    long numbers() {
        return numbers;
    }

    /** As the database makes it of the same words. */
    private String seal(Terms terms) {
        return md5(md5(terms.title()) + md5(terms.scope()) + terms.currency() + " " + terms.once() + ".00 0.00 "
                + terms.year() + ".00 " + (terms.until() - DAY_2000));
    }

    private String md5(String of) {
        return HexFormat.of().formatHex(md5.digest(of.getBytes(StandardCharsets.UTF_8)));
    }
}
