package org.attune.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.offers.DecideOffer;
import org.attune.offers.DecisionKind;
import org.attune.offers.GateClosed;
import org.attune.offers.OfferId;
import org.attune.offers.OfferKind;
import org.attune.offers.Offers;
import org.attune.offers.RecordOffer;
import org.attune.platform.Ids;

/** Offers through the gate, sent, and decided. */
@DemoOnly
class OfferScenes implements Scenes {

    private final Offers offers;

    OfferScenes(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("offer", this::offer, "sent", this::sent, "withdrawn", this::withdrawn, "decided", this::decided);
    }

    /** As in {@code offer -20 14:00 notfinished to rosalind for repairs}, with its terms below. */
    private void offer(Cue cue) {
        String name = cue.phrase().next("a name");
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        String again = cue.phrase().after("again");
        OfferId repeats = again == null ? null : cue.cast().offers.get(cue.line(), again);
        Terms terms = new Terms(cue);
        OfferId id = cue.cast().offers.put(cue.line(), name, new OfferId(Ids.next()));
        cue.cast().answerable.put(cue.line(), name, viewer);
        record(
                cue,
                viewer,
                new RecordOffer(
                        id,
                        contact.id(),
                        needs(cue),
                        repeats == null ? OfferKind.NEW : OfferKind.AGAIN,
                        terms.words(),
                        terms.parts(),
                        terms.asked(),
                        repeats,
                        null));
    }

    private void record(Cue cue, Viewer viewer, RecordOffer offer) {
        try {
            offers.record(viewer, offer);
        } catch (GateClosed closed) {
            List<String> missing = closed.readiness().stream()
                    .flatMap(readiness -> readiness.findings().stream())
                    .filter(finding -> !finding.isHere() && finding.demand().isBinding())
                    .map(finding -> finding.rule().code() + " (" + finding.missing() + ")")
                    .toList();
            throw cue.line().problem("the gate is closed: " + String.join(", ", missing));
        }
    }

    private static List<NeedId> needs(Cue cue) {
        if (!cue.phrase().take("for")) {
            throw cue.line().problem("expected for and a need");
        }
        return cue.phrase().others().stream()
                .map(need -> cue.cast().needs.get(cue.line(), need))
                .toList();
    }

    private void sent(Cue cue) {
        String name = cue.phrase().next("an offer");
        offers.send(cue.cast().answerable.get(cue.line(), name), offer(cue, name));
    }

    private void withdrawn(Cue cue) {
        String name = cue.phrase().next("an offer");
        offers.withdraw(
                cue.cast().answerable.get(cue.line(), name),
                offer(cue, name),
                cue.phrase().needsText());
    }

    private void decided(Cue cue) {
        String name = cue.phrase().next("an offer");
        Viewer viewer = cue.cast().answerable.get(cue.line(), name);
        var until = cue.dayAfter("until");
        DecisionKind kind = cue.phrase().one(DecisionKind.class);
        offers.decide(
                viewer,
                new DecideOffer(
                        Ids.next(),
                        offer(cue, name),
                        kind,
                        cue.cast().now().atZone(viewer.zone()).toLocalDate(),
                        cue.phrase().text(),
                        until));
    }

    private static OfferId offer(Cue cue, String name) {
        return cue.cast().offers.get(cue.line(), name);
    }
}
