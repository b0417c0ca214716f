package org.attune.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.desk.TimeTogether;
import org.attune.desk.TimeTogether.Minutes;
import org.attune.nurture.Reaction;
import org.attune.nurture.SilenceView;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.stages.Rhythm;
import org.attune.stages.RhythmState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What stands first on the page of a contact under the marketing hat, and the time together under each. */
@Component
class ContactHat {

    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 3;

    private final Touches touches;
    private final TimeTogether time;
    private final MessageSource messages;
    private final Clock clock;

    ContactHat(Touches touches, TimeTogether time, MessageSource messages, Clock clock) {
        this.touches = touches;
        this.time = time;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param recent the latest touches; none under the sales hat
     * @param helped those of the last twenty that landed
     * @param next when it is time again, and why; none where nobody decided on a rhythm
     */
    public record HatPanel(
            Minutes time,
            List<TouchView> recent,
            List<TouchView> helped,
            @Nullable String next) {}

    HatPanel of(Viewer viewer, ContactId id, @Nullable Rhythm rhythm, @Nullable SilenceView silence) {
        Minutes together = time.with(viewer, id);
        if (viewer.hat() == Hat.SALES) {
            return new HatPanel(together, List.of(), List.of(), null);
        }
        List<TouchView> all = touches.ofContact(viewer, id, LOOKED_AT);
        List<TouchView> helped = all.stream()
                .filter(touch -> touch.reaction() == Reaction.GOOD)
                .limit(SHOWN)
                .toList();
        return new HatPanel(
                together, all.stream().limit(SHOWN).toList(), helped, next(viewer, together, rhythm, silence));
    }

    private @Nullable String next(
            Viewer viewer, Minutes together, @Nullable Rhythm rhythm, @Nullable SilenceView silence) {
        if (rhythm == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        LocalDate last = together.lastHeard() == null ? null : LocalDate.ofInstant(together.lastHeard(), viewer.zone());
        RhythmState state = rhythm.on(today, last, silence == null ? null : silence.until());
        return messages.getMessage(
                state.reasonKey(), state.reasonArguments().toArray(), LocaleContextHolder.getLocale());
    }
}
