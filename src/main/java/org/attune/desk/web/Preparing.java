package org.attune.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.Heard;
import org.attune.conversations.OpenThread;
import org.attune.conversations.ParticipantView;
import org.attune.conversations.Preparation;
import org.attune.conversations.Prepared;
import org.attune.conversations.SettledView;
import org.attune.conversations.TurnRef;
import org.attune.desk.web.PreparedView.Due;
import org.attune.desk.web.PreparedView.Lesson;
import org.attune.desk.web.PreparedView.Note;
import org.attune.desk.web.PreparedView.Outcome;
import org.attune.desk.web.PreparedView.Research;
import org.attune.desk.web.PreparedView.Thread;
import org.attune.desk.web.PreparedView.Words;
import org.attune.desk.web.PreparedView.Worth;
import org.attune.people.ContactId;
import org.attune.platform.web.Say;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.attune.questions.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what was prepared for a conversation into finished words. */
@Component
class Preparing {

    static final PreparedView NOTHING = new PreparedView(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    private static final int WEEK = 7;

    private final Preparation preparation;
    private final Promises promises;
    private final Questions questions;
    private final Say say;
    private final MessageSource messages;

    Preparing(Preparation preparation, Promises promises, Questions questions, Say say, MessageSource messages) {
        this.preparation = preparation;
        this.promises = promises;
        this.questions = questions;
        this.say = say;
        this.messages = messages;
    }

    PreparedView of(Viewer viewer, ConversationView conversation) {
        List<ContactId> people =
                conversation.participants().stream().map(ParticipantView::id).toList();
        Prepared prepared = preparation.of(viewer, people, conversation.hat());
        return new PreparedView(
                lastWords(prepared, conversation.id()),
                conversation.participants().stream()
                        .filter(one -> prepared.neverHeard().contains(one.id()))
                        .map(ParticipantView::name)
                        .toList(),
                prepared.threads().stream()
                        .map(thread -> thread(thread, conversation.goesOn()))
                        .toList(),
                due(viewer, people),
                prepared.assumptions().stream()
                        .map(one -> new Note(one.id(), one.words()))
                        .toList(),
                prepared.hunches().stream()
                        .map(one -> new Note(one.id(), one.words()))
                        .toList(),
                prepared.settled().stream().map(Preparing::outcome).toList(),
                prepared.research().stream()
                        .map(one -> new Research(one.words(), one.source()))
                        .toList(),
                prepared.personal().stream().map(Preparing::words).toList(),
                lessons(prepared.learned().aboutThem(), "desk.prepared.learned.by"),
                lessons(prepared.learned().aboutMe(), "desk.prepared.learned.mine"),
                worth(viewer, people.get(0)));
    }

    static Outcome outcome(SettledView settled) {
        TurnRef turn = settled.turn();
        return new Outcome(
                settled.words(),
                settled.hunch(),
                settled.how(),
                settled.correction(),
                turn == null ? null : "/conversations/" + turn.conversation().value() + "#t" + turn.seq());
    }

    /** What was said last, before this conversation. */
    private @Nullable Words lastWords(Prepared prepared, ConversationId here) {
        return prepared.lastWords().stream()
                .filter(heard -> !heard.turn().conversation().equals(here))
                .findFirst()
                .map(heard -> new Words(words(heard), how(heard), heard.speakerName(), say.day(heard.saidAt())))
                .orElse(null);
    }

    private Thread thread(OpenThread open, boolean askable) {
        Heard heard = open.heard();
        return new Thread(
                heard.turn().id().value(),
                words(heard),
                how(heard),
                heard.speakerName(),
                word(
                        "desk.prepared.turn",
                        heard.speakerName(),
                        say.day(heard.saidAt()),
                        heard.turn().seq()),
                askable);
    }

    /** What is worth asking whom it was begun with, where they stand now. */
    private List<Worth> worth(Viewer viewer, ContactId lead) {
        return questions.atStageOf(viewer, lead).stream()
                .map(one -> new Worth(one.words(), one.wording().code()))
                .toList();
    }

    /** What either side has to keep within a week. */
    private List<Due> due(Viewer viewer, List<ContactId> people) {
        LocalDate soon = say.today().plusDays(WEEK);
        return promises.openWith(viewer, people, soon).stream().map(this::due).toList();
    }

    private Due due(PromiseView promise) {
        String key = promise.ours() ? "desk.prepared.promise.ours" : "desk.prepared.promise.theirs";
        return new Due(promise.words(), word(key, say.due(promise.due())));
    }

    private List<Lesson> lessons(List<org.attune.conversations.Lesson> learned, String says) {
        return learned.stream()
                .map(one -> new Lesson(one.words(), word(says, one.author(), say.day(one.writtenAt()))))
                .toList();
    }

    private static String words(Heard heard) {
        return Objects.requireNonNullElse(heard.words(), "");
    }

    /** As the quote fragment takes it. */
    private static String how(Heard heard) {
        return switch (heard.exactness()) {
            case WORD_FOR_WORD -> "VERBATIM";
            case FROM_MEMORY -> "MEMORY";
            case IN_ESSENCE -> "ESSENCE";
            case DID -> "DID";
        };
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
