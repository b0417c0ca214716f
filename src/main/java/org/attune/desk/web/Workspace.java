package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.Balance;
import org.attune.conversations.Balances;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationState;
import org.attune.conversations.ConversationView;
import org.attune.conversations.ConversationsSeen;
import org.attune.conversations.Exactness;
import org.attune.conversations.Opening;
import org.attune.conversations.ParticipantView;
import org.attune.conversations.SuggestedQuestions;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnRef;
import org.attune.conversations.TurnView;
import org.attune.conversations.Turns;
import org.attune.conversations.TurnsPage;
import org.attune.conversations.TurnsSeen;
import org.attune.conversations.Visibility;
import org.attune.desk.web.Dialogue.NeedWords;
import org.attune.desk.web.WorkspaceView.Answerable;
import org.attune.desk.web.WorkspaceView.BalanceFigures;
import org.attune.desk.web.WorkspaceView.Opened;
import org.attune.desk.web.WorkspaceView.Person;
import org.attune.desk.web.WorkspaceView.Question;
import org.attune.needs.NeedId;
import org.attune.needs.NeedViews;
import org.attune.offers.OfferKind;
import org.attune.offers.Readiness;
import org.attune.offers.Readinesses;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.attune.platform.web.Waveform;
import org.attune.platform.web.Waveform.Beat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the conversation's page shows, from all the modules it is composed of, in a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class Workspace {

    private static final int TURNS_SHOWN = 60;
    private static final int ANSWERS_IN_REACH = 3;
    private static final int ANSWERS_AT_ALL = 12;

    private final ConversationsSeen conversations;
    private final TurnsSeen turns;
    private final Turns log;
    private final Balances balances;
    private final SuggestedQuestions questions;
    private final NeedViews needs;
    private final Readinesses readinesses;
    private final Preparing preparing;
    private final Dialogue dialogue;
    private final Say say;
    private final MessageSource messages;

    Workspace(
            ConversationsSeen conversations,
            TurnsSeen turns,
            Turns log,
            Balances balances,
            SuggestedQuestions questions,
            NeedViews needs,
            Readinesses readinesses,
            Preparing preparing,
            Dialogue dialogue,
            Say say,
            MessageSource messages) {
        this.conversations = conversations;
        this.turns = turns;
        this.log = log;
        this.balances = balances;
        this.questions = questions;
        this.needs = needs;
        this.readinesses = readinesses;
        this.preparing = preparing;
        this.dialogue = dialogue;
        this.say = say;
        this.messages = messages;
    }

    /** @param before the number of the first turn shown already; none for the end of the conversation */
    WorkspaceView page(Viewer viewer, ConversationId id, @Nullable Integer before) {
        ConversationView conversation = conversations.find(viewer, id);
        TurnsPage page = turns.page(viewer, id, before, TURNS_SHOWN);
        String earlier = page.earlier()
                ? "/conversations/" + id.value() + "?before="
                        + page.turns().get(0).seq()
                : null;
        return view(viewer, conversation, page.turns(), List.of(), earlier, true);
    }

    /**
     * What was logged after this turn, together with the turns on the page that it changed: questions that were answered,
     * words that were answered or picked up.
     */
    WorkspaceView since(Viewer viewer, ConversationId id, int after) {
        ConversationView conversation = conversations.find(viewer, id);
        List<TurnView> added = turns.since(viewer, id, after);
        List<TurnId> touched = added.stream()
                .flatMap(turn -> Stream.concat(turn.answers().stream(), Stream.ofNullable(turn.follows())))
                .filter(ref -> ref.conversation().equals(id) && ref.seq() <= after)
                .map(TurnRef::id)
                .distinct()
                .toList();
        return view(
                viewer, conversation, added, touched.isEmpty() ? List.of() : turns.of(viewer, touched), null, false);
    }

    /** These turns as they stand now, to replace themselves on the page. */
    WorkspaceView changed(Viewer viewer, ConversationId id, List<TurnId> ids) {
        return view(viewer, conversations.find(viewer, id), List.of(), turns.of(viewer, ids), null, false);
    }

    /** Whoever spoke last stays chosen. */
    @Nullable
    UUID lastSpeaker(WorkspaceView view) {
        Set<String> known = view.people().stream().map(Person::getShort).collect(Collectors.toSet());
        String last = view.turns().stream()
                .filter(turn -> turn.theirs() && known.contains(Objects.requireNonNullElse(turn.speaker(), "")))
                .reduce((first, second) -> second)
                .map(TurnLine::speaker)
                .orElse(null);
        return view.people().stream()
                .filter(person -> last == null || person.getShort().equals(last))
                .map(Person::id)
                .findFirst()
                .orElse(null);
    }

    private WorkspaceView view(
            Viewer viewer,
            ConversationView conversation,
            List<TurnView> shown,
            List<TurnView> changed,
            @Nullable String earlier,
            boolean whole) {
        ConversationId id = conversation.id();
        List<Person> people = people(conversation.participants());
        Map<TurnId, List<NeedWords>> words = needsOn(
                viewer,
                Stream.concat(shown.stream(), changed.stream())
                        .map(TurnView::id)
                        .toList());
        boolean open = conversation.goesOn();
        Opening opening = log.opening(viewer, id);
        List<Readiness> readiness = readiness(viewer, id);
        Readiness ready = readiness.stream()
                .filter(one -> one.isOpen() && one.isPulled())
                .findFirst()
                .orElse(null);
        ParticipantView lead = conversation.participants().get(0);
        return new WorkspaceView(
                id.value(),
                viewer.uuid(),
                "/conversations/" + id.value(),
                people.stream().map(Person::name).collect(Collectors.joining(", ")),
                lead.id().value(),
                lead.givenName().isBlank() ? lead.name() : lead.givenName(),
                people,
                key(conversation.hat()),
                "sales".equals(key(conversation.hat())) ? "marketing" : "sales",
                word("desk.says." + key(conversation.channel()) + "." + key(conversation.startedBy())),
                key(conversation.state()),
                open,
                conversation.mine(),
                conversation.mayClose(),
                conversation.mayReopen(),
                conversation.plannedFor() == null ? null : say.dayAndTime(conversation.plannedFor()),
                conversation.note(),
                ended(conversation),
                conversation.turns(),
                earlier,
                dialogue.lines(shown, words, open),
                dialogue.lines(changed, words, open).stream()
                        .map(TurnLine::replacingItself)
                        .toList(),
                listenHint(conversation.participants()),
                listenSubmit(conversation.participants()),
                Stream.of(Exactness.values()).map(Workspace::key).toList(),
                opened(opening, lead),
                answerable(viewer, conversation),
                figures(balances.of(viewer, id, conversation.complete())),
                open ? suggested(viewer, id) : List.of(),
                whole ? preparing.of(viewer, conversation) : Preparing.NOTHING,
                readiness,
                readiness.stream().anyMatch(Readiness::isPulled),
                ready != null,
                ready == null
                        ? null
                        : "/contacts/" + lead.id().value() + "/offers/new?need="
                                + ready.need().value(),
                visibilities(conversation));
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

    private Map<TurnId, List<NeedWords>> needsOn(Viewer viewer, List<TurnId> shown) {
        return needs.onTurns(viewer, shown).stream()
                .collect(Collectors.groupingBy(
                        NeedViews.OnTurn::turn,
                        Collectors.mapping(
                                on -> new NeedWords(
                                        on.title(), "/needs/" + on.need().value(), on.excerpt()),
                                Collectors.toList())));
    }

    private List<Readiness> readiness(Viewer viewer, ConversationId id) {
        List<NeedId> open = needs.openIn(viewer, id);
        return open.isEmpty() ? List.of() : readinesses.of(viewer, open, OfferKind.NEW, null);
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

    private String listenHint(List<ParticipantView> participants) {
        if (participants.size() > 1) {
            return word("desk.composer.listen.hint.many");
        }
        ParticipantView one = participants.get(0);
        return word("desk.composer.listen.hint", one.givenName(), word("desk.pronoun." + one.pronoun()));
    }

    private String listenSubmit(List<ParticipantView> participants) {
        String pronoun = participants.size() > 1 ? "they" : participants.get(0).pronoun();
        return word("desk.composer.listen.submit", word("desk.pronoun." + pronoun));
    }

    private static Opened opened(Opening opening, ParticipantView lead) {
        return new Opened(!opening.isClosed(), opening.heard(), opening.answered(), lead.givenName());
    }

    /** Their unanswered questions first and chosen; what is out of reach is folded. */
    private List<Answerable> answerable(Viewer viewer, ConversationView conversation) {
        if (!conversation.goesOn()) {
            return List.of();
        }
        List<TurnView> heard = turns.answerable(viewer, conversation.id(), ANSWERS_AT_ALL);
        return Stream.iterate(0, at -> at < heard.size(), at -> at + 1)
                .map(at -> answerable(heard.get(at), conversation.id(), at))
                .toList();
    }

    private Answerable answerable(TurnView heard, ConversationId here, int at) {
        return new Answerable(
                heard.id().value(),
                heard.conversation().equals(here)
                        ? String.valueOf(heard.seq())
                        : word("desk.turn.earlier", heard.seq()),
                heard.speakerName() == null ? word("desk.turn.somebody") : heard.speakerName(),
                Objects.requireNonNullElse(heard.words(), ""),
                heard.exactness() != null && heard.exactness().isQuoted(),
                heard.isWaiting(),
                at == 0,
                at >= ANSWERS_IN_REACH);
    }

    private BalanceFigures figures(Balance balance) {
        List<Beat> beats = balance.wave().stream()
                .map(bar -> new Beat(Waveform.Turn.valueOf(bar.kind().name()), bar.words()))
                .toList();
        String says = word("desk.talk.wave", beats.size());
        return new BalanceFigures(
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

    private List<Question> suggested(Viewer viewer, ConversationId id) {
        return questions.of(viewer, id).stream()
                .map(one ->
                        new Question(word(one.messageKey()), one.follows().id().value()))
                .toList();
    }

    private List<Option> visibilities(ConversationView conversation) {
        return Stream.of(Visibility.values())
                .filter(v -> v != conversation.visibility())
                .map(v -> new Option(v.name(), word("desk.visibility." + key(v))))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
