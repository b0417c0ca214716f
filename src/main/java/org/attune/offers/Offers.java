package org.attune.offers;

import java.time.Clock;
import java.time.LocalDate;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.people.ContactChanged;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers from the first draft to what they decided. Only who works with a contact offers to it; for everybody else it is
 * {@link NotSeen}.
 */
@Component
@Transactional
public class Offers {

    private final OfferRecording recording;
    private final Again again;
    private final OfferRows rows;
    private final Silences silences;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(
            OfferRecording recording,
            Again again,
            OfferRows rows,
            Silences silences,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recording = recording;
        this.again = again;
        this.rows = rows;
        this.silences = silences;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records an offer as a draft, with what it stands on. The same one twice is one.
     *
     * @throws GateClosed where the gate is closed; nothing is recorded
     * @throws ChangedMeanwhile where the id stands for another offer already
     */
    public OfferId record(Viewer viewer, RecordOffer offer) {
        OfferId id = recording.record(viewer, offer);
        events.publishEvent(ContactChanged.of(offer.contact()));
        return id;
    }

    /**
     * Records an accepted offer again, with the short conversation that led to it.
     *
     * @throws GateClosed where the gate is closed; then nothing of it is kept
     */
    public OfferId repeat(Viewer viewer, RepeatOffer offer) {
        if (!offer.theyAsked() && offer.words().pushReason() == null) {
            throw new RuleRefused("offers.refused.push-reason", "pushReason");
        }
        OfferId id = again.repeat(viewer, offer);
        events.publishEvent(ContactChanged.of(offer.speaker()));
        return id;
    }

    /** Rewords a draft. @throws GateClosed where the policy does not allow its price */
    public void edit(Viewer viewer, EditOffer edit) {
        Offer offer = rows.tended(viewer, edit.id());
        if (offer.state() == OfferState.DRAFT && offer.words().equals(edit.words())) {
            return;
        }
        offer.mayBeEdited(edit);
        organisation.mayBeIn(
                edit.words().price().currency(), offer.words().price().currency());
        edit.words().checkDay(today(viewer));
        if (offer.asked() == null && edit.words().pushReason() == null) {
            throw new RuleRefused("offers.refused.push-reason", "pushReason");
        }
        recording.judgeAgain(viewer, offer, edit.words());
        rows.edit(edit, clock.instant());
        events.publishEvent(ContactChanged.of(offer.contact()));
    }

    /** The offer goes out. Its terms stand from now on; what it revises is replaced by it. Once more changes nothing. */
    public void send(Viewer viewer, OfferId id) {
        Offer offer = rows.tended(viewer, id);
        if (offer.state() == OfferState.SENT) {
            return;
        }
        offer.mayBeSent(today(viewer));
        recording.judgeAgain(viewer, offer, offer.words());
        OfferId replaced = offer.replaces();
        if (replaced != null) {
            rows.tended(viewer, replaced).mayBeRevised();
            rows.become(replaced, OfferState.REPLACED, clock.instant());
        }
        rows.send(id, viewer, clock.instant());
        events.publishEvent(ContactChanged.of(offer.contact()));
    }

    /** Takes an offer back, and says why. Once more changes nothing. */
    public void withdraw(Viewer viewer, OfferId id, String why) {
        Offer offer = rows.tended(viewer, id);
        String reason = why.strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > 1000) {
            throw new RuleRefused(reason.isEmpty() ? "offers.refused.why" : "offers.refused.too-long", "why", 1000);
        }
        if (offer.state() == OfferState.WITHDRAWN) {
            return;
        }
        offer.mayBeWithdrawn();
        rows.withdraw(id, reason, clock.instant());
        events.publishEvent(ContactChanged.of(offer.contact()));
    }

    /**
     * Notes what they decided; what they decided before stays beside it.
     *
     * @throws ChangedMeanwhile where the id stands for another decision already
     */
    public void decide(Viewer viewer, DecideOffer decision) {
        Offer offer = rows.tended(viewer, decision.offer());
        offer.mayBeDecided();
        if (decision.onDay().isAfter(today(viewer))) {
            throw new RuleRefused("offers.refused.decided-later", "onDay");
        }
        if (!rows.decide(decision, viewer, clock.instant())) {
            DecisionView before = rows.decision(decision.id(), offer.id()).orElseThrow(() -> new NotSeen("decision"));
            if (!before.sameAs(decision)) {
                throw new ChangedMeanwhile(before.toCompare(), decision.kind().code() + ", " + decision.onDay());
            }
            return;
        }
        // Not now leaves the question open: the offer stays with them until it expires or is taken back.
        rows.become(offer.id(), decision.kind().isClear() ? OfferState.DECIDED : OfferState.SENT, clock.instant());
        leaveInPeace(viewer, offer, decision);
        events.publishEvent(new OfferDecided(offer.id(), offer.contact(), decision.kind(), decision.onDay()));
        events.publishEvent(ContactChanged.of(offer.contact()));
    }

    /** A day to ask again on is also an agreed silence until then. */
    private void leaveInPeace(Viewer viewer, Offer offer, DecideOffer decision) {
        LocalDate until = decision.askAgainOn();
        if (until != null && until.isAfter(today(viewer))) {
            silences.agree(viewer, new AgreeSilence(decision.id(), offer.contact(), until, null, null));
        }
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
