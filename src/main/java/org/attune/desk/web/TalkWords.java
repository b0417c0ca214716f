package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Balance;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationState;
import org.attune.conversations.ConversationView;
import org.attune.conversations.ParticipantView;
import org.attune.conversations.Visibility;
import org.attune.desk.web.TalkView.Person;
import org.attune.desk.web.WorkspaceView.BalanceFigures;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.attune.platform.web.Waveform;
import org.attune.platform.web.Waveform.Beat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says who is in a conversation, how it took place, how it ended and who spoke how much. */
@Component
class TalkWords {

    private final Say say;
    private final MessageSource messages;

    TalkWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    TalkView talk(Viewer viewer, ConversationView conversation) {
        List<Person> people = people(conversation.participants());
        ParticipantView lead = conversation.participants().get(0);
        return new TalkView(
                conversation.id().value(),
                viewer.uuid(),
                people.stream().map(Person::name).collect(Collectors.joining(", ")),
                lead.id().value(),
                lead.givenName().isBlank() ? lead.name() : lead.givenName(),
                people,
                key(conversation.hat()),
                key(conversation.hat() == Hat.SALES ? Hat.MARKETING : Hat.SALES),
                says(conversation),
                key(conversation.state()),
                conversation.goesOn(),
                conversation.mine(),
                conversation.tended() && conversation.state() != ConversationState.CALLED_OFF,
                conversation.mayClose(),
                conversation.mayReopen(),
                planned(conversation),
                took(conversation),
                conversation.note(),
                ended(conversation),
                conversation.complete(),
                conversation.channel() == Channel.EMAIL,
                conversation.turns());
    }

    private static List<Person> people(List<ParticipantView> participants) {
        return participants.stream()
                .map(one -> new Person(one.id().value(), one.name(), one.givenName(), keyOf(one, participants)))
                .toList();
    }

    /** "h:", or two letters where somebody else begins with the same one. */
    private static String keyOf(ParticipantView one, List<ParticipantView> all) {
        String name = one.givenName().isBlank() ? one.name() : one.givenName();
        String first = name.substring(0, name.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
        boolean shared = all.stream()
                        .filter(other ->
                                other.givenName().toLowerCase(Locale.ROOT).startsWith(first))
                        .count()
                > 1;
        return (shared && name.codePointCount(0, name.length()) > 1
                        ? name.substring(0, name.offsetByCodePoints(0, 2)).toLowerCase(Locale.ROOT)
                        : first)
                + ":";
    }

    private String says(ConversationView conversation) {
        return word("desk.says." + key(conversation.channel()) + "." + key(conversation.startedBy()));
    }

    private @Nullable String planned(ConversationView conversation) {
        return conversation.plannedFor() == null ? null : say.dayAndTime(conversation.plannedFor());
    }

    private @Nullable String took(ConversationView conversation) {
        if (conversation.happenedAt() == null) {
            return null;
        }
        String at = say.dayAndTime(conversation.happenedAt());
        return conversation.minutes() == null ? at : word("desk.talk.took", at, conversation.minutes());
    }

    /** What can be put right about it, to be compared with what somebody else typed. */
    String facts(ConversationView conversation) {
        Stream<String> facts = Stream.of(
                word("desk.channel." + key(conversation.channel())),
                word("desk.new.started") + " " + word("desk.started-by." + key(conversation.startedBy())),
                took(conversation) == null ? planned(conversation) : took(conversation),
                word("platform.hat." + key(conversation.hat()) + ".hat"));
        return facts.filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    String listenHint(List<ParticipantView> participants) {
        if (participants.size() > 1) {
            return word("desk.composer.listen.hint.many");
        }
        ParticipantView one = participants.get(0);
        return word("desk.composer.listen.hint." + one.pronoun(), one.givenName());
    }

    String listenSubmit(List<ParticipantView> participants) {
        String pronoun = participants.size() > 1 ? "they" : participants.get(0).pronoun();
        return word("desk.composer.listen.submit." + pronoun);
    }

    private @Nullable String ended(ConversationView conversation) {
        if (conversation.endedAt() == null) {
            return null;
        }
        String how = conversation.state() == ConversationState.CLOSED && conversation.outcome() != null
                ? key(conversation.outcome())
                : key(conversation.state());
        return word("desk.talk.ended." + how, say.day(conversation.endedAt()));
    }

    BalanceFigures figures(Balance balance, boolean shown) {
        List<Beat> beats = balance.wave().stream()
                .map(bar -> new Beat(Waveform.Turn.valueOf(bar.kind().name()), bar.words()))
                .toList();
        String says = word("desk.talk.wave", beats.size());
        return new BalanceFigures(
                shown,
                balance.theirWords() + balance.ourWords(),
                Objects.requireNonNullElse(balance.share(), 0),
                balance.measured(),
                balance.asked(),
                balance.answered(),
                balance.followUps(),
                balance.theirQuestions(),
                balance.waiting(),
                balance.longestRun(),
                Waveform.large(says, beats),
                Waveform.small(says, beats));
    }

    List<Option> visibilities(ConversationView conversation) {
        return Stream.of(Visibility.values())
                .filter(v -> v != conversation.visibility())
                .map(v -> new Option(
                        v.name(), word("desk.visibility." + key(v)), word("desk.visibility." + key(v) + ".says"), null))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
