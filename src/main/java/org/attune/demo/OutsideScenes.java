package org.attune.demo;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.needs.AnswerSummary;
import org.attune.needs.NeedId;
import org.attune.needs.SendSummary;
import org.attune.needs.Summaries;
import org.attune.needs.SummaryAnswers;
import org.attune.needs.SummaryView;
import org.attune.needs.Verdict;
import org.attune.outside.OutsideLinkId;
import org.attune.platform.Ids;
import org.attune.pulse.AnswerPulse;
import org.attune.pulse.AskPulse;
import org.attune.pulse.Felt;
import org.attune.pulse.PulseAnswers;
import org.attune.pulse.Pulses;
import org.jspecify.annotations.Nullable;

/** What was asked of customers by a link, and what they answered. */
@DemoOnly
class OutsideScenes implements Scenes {

    private static final int DAYS = 14;
    private static final String YES = "Yes, that’s it";

    private final Summaries summaries;
    private final SummaryAnswers summaryAnswers;
    private final Pulses pulses;
    private final PulseAnswers pulseAnswers;

    OutsideScenes(Summaries summaries, SummaryAnswers summaryAnswers, Pulses pulses, PulseAnswers pulseAnswers) {
        this.summaries = summaries;
        this.summaryAnswers = summaryAnswers;
        this.pulses = pulses;
        this.pulseAnswers = pulseAnswers;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("summary", this::summary, "answers", this::answers, "pulse", this::pulse, "felt", this::felt);
    }

    /** As in {@code summary -5 16:00 to sofia latepay = What we understood}. */
    private void summary(Cue cue) {
        Cast.Known contact = cue.contact();
        NeedId need = cue.cast().needs.get(cue.line(), cue.phrase().next("a need"));
        String text = cue.phrase().needsText().replace(" | ", "\n");
        summaries.send(
                cue.viewer(contact), new SendSummary(new OutsideLinkId(Ids.next()), need, contact.id(), text, DAYS));
    }

    /** As in {@code answers -1 07:40 sofia latepay not-quite = Their words}. */
    private void answers(Cue cue) {
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        NeedId need = cue.cast().needs.get(cue.line(), cue.phrase().next("a need"));
        Verdict verdict = cue.phrase().one(Verdict.class);
        SummaryView sent = summaries.of(viewer, need).stream()
                .filter(one ->
                        one.link().contact().equals(contact.id()) && one.link().path() != null)
                .findFirst()
                .orElseThrow(() -> cue.line().problem("nothing was sent that waits"));
        summaryAnswers.answer(
                secret(sent.link().path()),
                new AnswerSummary(verdict, cue.phrase().text(), YES));
    }

    /** As in {@code pulse -70 10:00 to joris}. */
    private void pulse(Cue cue) {
        Cast.Known contact = cue.contact();
        pulses.ask(cue.viewer(contact), new AskPulse(new OutsideLinkId(Ids.next()), contact.id(), DAYS));
    }

    /** As in {@code felt -68 09:00 joris fully mostly fully = Their words}. */
    private void felt(Cue cue) {
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        String path = Objects.requireNonNull(
                        pulses.panel(viewer, contact.id(), true).sent())
                .path();
        pulseAnswers.answer(
                secret(path),
                new AnswerPulse(
                        cue.phrase().one(Felt.class),
                        cue.phrase().one(Felt.class),
                        cue.phrase().one(Felt.class),
                        cue.phrase().text()));
    }

    private static String secret(@Nullable String path) {
        String whole = Objects.requireNonNull(path);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
