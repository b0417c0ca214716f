package org.attune.desk.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.AnswerableTurn;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.Opening;
import org.attune.conversations.SuggestedQuestions;
import org.attune.conversations.Turns;
import org.attune.conversations.TurnsSeen;
import org.attune.desk.web.WorkspaceView.Answerable;
import org.attune.desk.web.WorkspaceView.Opened;
import org.attune.desk.web.WorkspaceView.Question;
import org.attune.offers.Readiness;
import org.attune.platform.web.Option;
import org.attune.questions.Gap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What may follow what was said: whether a response is open, what it could name, what could be asked. */
@Component
class WhatMayFollow {

    private static final int ANSWERS_IN_REACH = 3;
    private static final int ANSWERS_AT_ALL = 12;
    private static final int HEARD_AT_ALL = 40;
    private static final int LONGEST_OPTION = 80;

    private final Turns log;
    private final TurnsSeen turns;
    private final SuggestedQuestions questions;
    private final MessageSource messages;

    WhatMayFollow(Turns log, TurnsSeen turns, SuggestedQuestions questions, MessageSource messages) {
        this.log = log;
        this.turns = turns;
        this.questions = questions;
        this.messages = messages;
    }

    Opened opened(Viewer viewer, ConversationView conversation) {
        Opening opening = log.opening(viewer, conversation.id());
        return new Opened(
                !opening.isClosed(),
                opening.heard(),
                opening.answered(),
                conversation.participants().get(0).givenName());
    }

    /** Their unanswered questions first and chosen; what is out of reach is folded. */
    List<Answerable> answerable(Viewer viewer, ConversationId conversation) {
        List<AnswerableTurn> heard = turns.answerable(viewer, conversation, ANSWERS_AT_ALL);
        return Stream.iterate(0, at -> at < heard.size(), at -> at + 1)
                .map(at -> answerable(heard.get(at), conversation, at))
                .toList();
    }

    /** What was heard here, and before from the same people: one of it may have settled what we had in mind. */
    List<Option> heard(Viewer viewer, ConversationId conversation) {
        return turns.answerable(viewer, conversation, HEARD_AT_ALL).stream()
                .map(heard -> answerable(heard, conversation, 0))
                .map(heard -> new Option(
                        heard.id().toString(),
                        word("desk.closing.turn.one", heard.label(), heard.speaker(), cut(heard))))
                .toList();
    }

    private static String cut(Answerable heard) {
        String words = heard.words();
        return words.length() <= LONGEST_OPTION
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_OPTION - 1)) + "…";
    }

    private Answerable answerable(AnswerableTurn heard, ConversationId here, int at) {
        return new Answerable(
                heard.turn().id().value(),
                heard.turn().conversation().equals(here)
                        ? String.valueOf(heard.turn().seq())
                        : word("desk.turn.earlier", heard.turn().seq()),
                heard.speakerName() == null ? word("desk.turn.somebody") : heard.speakerName(),
                Objects.requireNonNullElse(heard.words(), ""),
                heard.exactness().isQuoted(),
                heard.waiting(),
                at == 0,
                at >= ANSWERS_IN_REACH);
    }

    /** @param readiness what the gate says about the open needs of its people */
    List<Question> suggested(Viewer viewer, ConversationId id, List<Readiness> readiness) {
        List<Gap> missing = readiness.stream()
                .flatMap(need -> need.gaps().stream())
                .distinct()
                .toList();
        boolean asked = readiness.stream().anyMatch(Readiness::isPulled);
        return questions.of(viewer, id, missing, asked).stream()
                .map(one -> new Question(
                        one.question().words(),
                        one.question().wording().code(),
                        one.follows().id().value()))
                .toList();
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
