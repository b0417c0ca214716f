package org.attune.offers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.access.Hat;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.Evidence;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Judges, seals what was said, judges what is sealed, and writes the offer down: in one transaction, or not at all. */
@Component
class OfferRecording {

    private final FactsOfNeeds facts;
    private final Policies policies;
    private final OfferRows rows;
    private final OfferTerms terms;
    private final Evidence evidence;
    private final ContactSight sight;
    private final Organisation organisation;
    private final Clock clock;

    OfferRecording(
            FactsOfNeeds facts,
            Policies policies,
            OfferRows rows,
            OfferTerms terms,
            Evidence evidence,
            ContactSight sight,
            Organisation organisation,
            Clock clock) {
        this.facts = facts;
        this.policies = policies;
        this.rows = rows;
        this.terms = terms;
        this.evidence = evidence;
        this.sight = sight;
        this.organisation = organisation;
        this.clock = clock;
    }

    OfferId record(Viewer viewer, RecordOffer offer) {
        sight.tended(viewer, offer.contact());
        rows.oneAfterTheOther(offer.id());
        if (rows.exists(offer.id())) {
            return sameAsBefore(viewer, offer);
        }
        mayMakeOffers(viewer);
        offer.words().checkDay(LocalDate.ofInstant(clock.instant(), viewer.zone()));
        checkPredecessors(viewer, offer);
        Price repeated = terms.repeatedPrice(viewer, offer.repeats());
        organisation.mayBeIn(offer.words().price().currency(), currencyBefore(viewer, offer, repeated));
        Terms offered = offer.terms(repeated);
        List<Readiness> open = judge(viewer, offer, offered);
        evidence.seal(viewer, standingOn(open, offer.parts()));
        // What was sealed cannot change any more, and is read once more as it now stands.
        open = judge(viewer, offer, offered);
        try {
            write(viewer, offer, open);
        } catch (DataIntegrityViolationException changed) {
            throw new RuleRefused("offers.refused.changed");
        }
        return offer.id();
    }

    /** Who is with somebody to educate them does not sell to them in the same breath; one key puts on the other hat. */
    private static void mayMakeOffers(Viewer viewer) {
        if (viewer.hat() == Hat.MARKETING) {
            throw new RuleRefused("offers.refused.marketing-hat");
        }
    }

    /** That of the offer which is repeated or revised. */
    private @Nullable String currencyBefore(Viewer viewer, RecordOffer offer, @Nullable Price repeated) {
        if (repeated != null) {
            return repeated.currency();
        }
        OfferId replaced = offer.replaces();
        return replaced == null
                ? null
                : rows.tended(viewer, replaced).words().price().currency();
    }

    /** Appends what the gate says to other words; the evidence stays as it was recorded. */
    void judgeAgain(Viewer viewer, Offer offer, OfferWords words) {
        mayMakeOffers(viewer);
        Map<NeedId, PartGone> parts = terms.partsOf(offer.id());
        List<NeedFacts> known = facts.of(viewer, rows.needsOf(offer.id()), offer.repeats());
        Terms now = new Terms(
                offer.contact(),
                words.price(),
                parts,
                offer.asked(),
                words.stillSensible(),
                terms.repeatedPrice(viewer, offer.repeats()));
        List<Readiness> judged = terms.askedAsRecorded(Gate.judge(known, policies.of(offer.kind()), now), offer);
        if (!judged.stream().allMatch(Readiness::isOpen)) {
            throw new GateClosed(judged);
        }
        evidence.seal(viewer, standingOn(judged, parts));
        Instant moment = clock.instant();
        judged.forEach(readiness -> rows.insertVerdicts(offer.id(), readiness, moment));
    }

    private void write(Viewer viewer, RecordOffer offer, List<Readiness> open) {
        Instant now = clock.instant();
        evidence.seal(viewer, standingOn(open, offer.parts()));
        Piece ask = offer.asked() == null
                ? null
                : open.stream()
                        .map(readiness -> readiness.finding(Rule.ASKED_FOR).first())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new RuleRefused("offers.refused.ask", "asked"));
        NeedId first = open.stream()
                .filter(readiness -> ask == null || readiness.isPulled())
                .map(Readiness::need)
                .findFirst()
                .orElseThrow();
        rows.insert(offer, first, viewer, sight.teamOf(offer.contact()).value(), ask, now);
        open.forEach(readiness -> rows.insertNeed(offer, readiness));
        open.forEach(readiness -> rows.insertVerdicts(offer.id(), readiness, now));
    }

    private List<Readiness> judge(Viewer viewer, RecordOffer offer, Terms offered) {
        List<NeedFacts> known = facts.of(viewer, offer.needs(), offer.repeats());
        if (known.size() < offer.needs().size()) {
            throw new NotSeen("need");
        }
        if (!rows.areProblems(viewer, offer.needs())) {
            throw new RuleRefused("offers.refused.wants-to-know", "needs");
        }
        if (offer.kind() != OfferKind.AGAIN && known.stream().anyMatch(NeedFacts::ended)) {
            throw new RuleRefused("offers.refused.ended", "needs");
        }
        checkParts(offer.parts(), known);
        List<Readiness> judged = Gate.judge(known, policies.of(offer.kind()), offered);
        if (!judged.stream().allMatch(Readiness::isOpen)) {
            throw new GateClosed(judged);
        }
        return judged;
    }

    /** Who said how much goes away is one of the people of that need. */
    private static void checkParts(Map<NeedId, PartGone> parts, List<NeedFacts> known) {
        for (NeedFacts need : known) {
            PartGone part = parts.get(need.need());
            if (part == null) {
                continue;
            }
            if (part.percent() < 1 || part.percent() > 100) {
                throw new RuleRefused("offers.refused.part", "needs");
            }
            boolean said = part.saidIn() == null
                    || need.heard().stream().anyMatch(h -> h.turn().turn().equals(part.saidIn()));
            if (!said) {
                throw new RuleRefused("offers.refused.part-turn", "needs");
            }
        }
    }

    private void checkPredecessors(Viewer viewer, RecordOffer offer) {
        OfferId replaced = offer.replaces();
        if (replaced != null) {
            Offer before = rows.tended(viewer, replaced);
            before.mayBeRevised();
            if (!before.contact().equals(offer.contact())) {
                throw new NotSeen("offer");
            }
        }
        if ((offer.kind() == OfferKind.AGAIN) != (offer.repeats() != null)) {
            throw new RuleRefused("offers.refused.again");
        }
        if (offer.repeats() != null && !terms.accepted(offer.repeats())) {
            throw new RuleRefused("offers.refused.again");
        }
    }

    private OfferId sameAsBefore(Viewer viewer, RecordOffer offer) {
        Offer before = rows.tended(viewer, offer.id());
        boolean same = before.contact().equals(offer.contact())
                && before.words().sameTermsAs(offer.words())
                && Objects.equals(before.asked(), offer.asked())
                && rows.needsOf(offer.id()).containsAll(offer.needs());
        if (!same) {
            throw new ChangedMeanwhile(before.words().toCompare(), offer.words().toCompare());
        }
        return before.id();
    }

    /** The same repetition came once more. */
    OfferId repeatedBefore(Viewer viewer, RepeatOffer again) {
        Offer before = rows.tended(viewer, again.id());
        if (!again.repeats().equals(before.repeats())
                || !before.words().sameTermsAs(again.words())
                || again.theyAsked() != (before.asked() != null)) {
            throw new ChangedMeanwhile(before.words().toCompare(), again.words().toCompare());
        }
        return before.id();
    }

    private static List<TurnId> standingOn(List<Readiness> judged, Map<NeedId, PartGone> parts) {
        Stream<TurnId> met = judged.stream()
                .flatMap(readiness -> readiness.findings().stream())
                .flatMap(finding -> finding.evidence().stream())
                .map(Piece::turn);
        Stream<TurnId> said = parts.values().stream().flatMap(part -> Stream.ofNullable(part.saidIn()));
        return Stream.concat(met, said).distinct().toList();
    }
}
