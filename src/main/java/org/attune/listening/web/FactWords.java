package org.attune.listening.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.conversations.ParticipantView;
import org.attune.conversations.TurnRef;
import org.attune.listening.ConversationFactsView;
import org.attune.listening.Counts;
import org.attune.listening.HeardNeed;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the facts of a conversation, and why one is not there. */
@Component
class FactWords {

    private final Say say;
    private final MessageSource messages;

    FactWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    String names(ConversationFactsView facts) {
        return facts.conversation().participants().stream()
                .map(ParticipantView::name)
                .collect(Collectors.joining(", "));
    }

    /** How somebody spoke. */
    List<FactLine> ofOurs(ConversationFactsView facts) {
        return List.of(
                room(facts),
                asked(facts),
                answered(facts),
                longest(facts),
                alike(facts),
                playedBack(facts),
                confirmed(
                        facts,
                        "acknowledged",
                        of(facts.counts().acknowledged(), facts.counts().replies()),
                        facts.acknowledged()),
                confirmed(facts, "pushed", said(facts.pushes().size()), facts.pushes()));
    }

    /** What the conversation was. */
    List<FactLine> ofBoth(ConversationFactsView facts) {
        return List.of(
                line(
                        facts,
                        "started",
                        word("listening.fact.started."
                                + facts.conversation().startedBy().name().toLowerCase(Locale.ROOT)),
                        List.of()),
                offer(facts),
                needs(facts));
    }

    private FactLine room(ConversationFactsView facts) {
        Counts counts = facts.counts();
        int words = counts.ourWords() + counts.theirWords();
        if (words == 0) {
            return nothing("room", "listening.fact.room.none");
        }
        return facts.conversation().complete()
                ? line(facts, "room", say.percent(Math.round(counts.theirWords() * 100f / words)), List.of())
                : nothing("room", "listening.fact.room.incomplete");
    }

    private FactLine asked(ConversationFactsView facts) {
        Counts counts = facts.counts();
        return counts.ourGoes() == 0
                ? nothing("asked", "listening.fact.ours.none")
                : line(facts, "asked", of(counts.ourAsking(), counts.ourGoes()), facts.asked());
    }

    private FactLine answered(ConversationFactsView facts) {
        Counts counts = facts.counts();
        if (counts.theirQuestions() == 0) {
            return nothing("answered", "listening.fact.answered.none");
        }
        return new FactLine(
                word("listening.fact.answered"),
                of(counts.takenUp(), counts.theirQuestions()),
                null,
                links(facts, facts.takenUp()),
                links(facts, facts.waiting()));
    }

    private FactLine longest(ConversationFactsView facts) {
        int run = facts.counts().longestRun();
        return run == 0
                ? nothing("longest", "listening.fact.ours.none")
                : line(facts, "longest", word("listening.fact.words", run), facts.longestRun());
    }

    private FactLine alike(ConversationFactsView facts) {
        int responses = facts.counts().responses();
        return responses == 0
                ? nothing("alike", "listening.fact.alike.none")
                : line(facts, "alike", of(facts.alike().size(), responses), facts.alike());
    }

    /** What is marked was so; that nothing is says nothing before somebody has looked. */
    private FactLine playedBack(ConversationFactsView facts) {
        String times = said(facts.counts().playedBack());
        return facts.playedBack().isEmpty()
                ? confirmed(facts, "played-back", times, List.of())
                : line(facts, "played-back", times, facts.playedBack());
    }

    /** Counted once whoever had the conversation went through its marks. */
    private FactLine confirmed(ConversationFactsView facts, String fact, String value, List<TurnRef> turns) {
        if (!facts.goneThrough()) {
            return new FactLine(
                    word("listening.fact." + fact),
                    null,
                    word("listening.fact.not-gone-through"),
                    links(facts, turns),
                    List.of());
        }
        return line(facts, fact, value, turns);
    }

    private FactLine offer(ConversationFactsView facts) {
        if (!facts.askedForOffer().isEmpty()) {
            return line(facts, "offer", word("listening.fact.offer.pulled"), facts.askedForOffer());
        }
        return facts.shown() && facts.goneThrough() && !facts.pushes().isEmpty()
                ? line(facts, "offer", word("listening.fact.offer.pushed"), facts.pushes())
                : nothing("offer", "listening.fact.offer.none");
    }

    private FactLine needs(ConversationFactsView facts) {
        long answered = facts.needs().stream().filter(HeardNeed::answered).count();
        return facts.needs().isEmpty()
                ? nothing("needs", "listening.fact.needs.none")
                : line(facts, "needs", of((int) answered, facts.needs().size()), List.of());
    }

    private FactLine line(ConversationFactsView facts, String fact, String value, List<TurnRef> turns) {
        return new FactLine(word("listening.fact." + fact), value, null, links(facts, turns), List.of());
    }

    private FactLine nothing(String fact, String why) {
        return new FactLine(word("listening.fact." + fact), null, word(why), List.of(), List.of());
    }

    List<TurnLink> links(ConversationFactsView facts, List<TurnRef> turns) {
        int last = facts.conversation().lastSeq();
        return turns.stream().map(turn -> TurnLink.to(turn, last)).toList();
    }

    private String of(int some, int all) {
        return word("listening.fact.of", some, all);
    }

    private String said(int number) {
        return say.number(number);
    }

    /** Whether it counts in the trend; none where that is not for the viewer's eyes. */
    @Nullable
    String inTrend(ConversationFactsView facts) {
        return facts.inTrend() == null
                ? null
                : word("listening.in-trend." + facts.inTrend().name().toLowerCase(Locale.ROOT));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
