package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Balances;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationView;
import org.attune.conversations.ConversationsSeen;
import org.attune.conversations.Exactness;
import org.attune.conversations.SuggestedThreads;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.conversations.TurnRef;
import org.attune.conversations.TurnView;
import org.attune.conversations.TurnsPage;
import org.attune.conversations.TurnsSeen;
import org.attune.desk.web.Dialogue.NeedWords;
import org.attune.desk.web.TalkView.Person;
import org.attune.desk.web.WorkspaceView.BalanceFigures;
import org.attune.desk.web.WorkspaceView.Fitting;
import org.attune.figures.FiguresAboutPeople;
import org.attune.library.ResponseUses;
import org.attune.library.UsedItem;
import org.attune.needs.NeedId;
import org.attune.needs.NeedViews;
import org.attune.offers.OfferKind;
import org.attune.offers.Readiness;
import org.attune.offers.Readinesses;
import org.attune.platform.KeptPlans;
import org.attune.platform.web.Waveform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the conversation's page shows, from all the modules it is composed of, in a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class Workspace {

    /** As the forms take them. */
    static final List<String> EXACTNESSES = Stream.of(Exactness.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final int TURNS_SHOWN = 60;

    private final ConversationsSeen conversations;
    private final TurnsSeen turns;
    private final Balances balances;
    private final FiguresAboutPeople figures;
    private final NeedViews needs;
    private final Readinesses readinesses;
    private final Preparing preparing;
    private final SuggestedThreads suggested;
    private final Dialogue dialogue;
    private final TalkWords talk;
    private final WhatMayFollow follow;
    private final ResponseUses uses;
    private final Suggested fitting;
    private final KeptPlans keptPlans;

    Workspace(
            ConversationsSeen conversations,
            TurnsSeen turns,
            Balances balances,
            FiguresAboutPeople figures,
            NeedViews needs,
            Readinesses readinesses,
            Preparing preparing,
            SuggestedThreads suggested,
            Dialogue dialogue,
            TalkWords talk,
            WhatMayFollow follow,
            ResponseUses uses,
            Suggested fitting,
            KeptPlans keptPlans) {
        this.conversations = conversations;
        this.turns = turns;
        this.balances = balances;
        this.figures = figures;
        this.needs = needs;
        this.readinesses = readinesses;
        this.preparing = preparing;
        this.suggested = suggested;
        this.dialogue = dialogue;
        this.talk = talk;
        this.follow = follow;
        this.uses = uses;
        this.fitting = fitting;
        this.keptPlans = keptPlans;
    }

    /** What stands at the head of its pages, without what was said. */
    TalkView talk(Viewer viewer, ConversationId id) {
        return talk.talk(viewer, conversations.find(viewer, id));
    }

    /** @param before the number of the first turn shown already; none for the end of the conversation */
    WorkspaceView page(Viewer viewer, ConversationId id, @Nullable Integer before) {
        keptPlans.forThisTransaction();
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
    WorkspaceView since(Viewer viewer, ConversationId id, int after, TurnsOnPage there) {
        keptPlans.forThisTransaction();
        ConversationView conversation = conversations.find(viewer, id);
        return since(viewer, conversation, turns.since(viewer, id, after), after, there);
    }

    /** The same for a page that asks every few seconds, as long as it is looked at. Mostly nothing was logged, and nothing more is asked then. */
    Optional<WorkspaceView> news(Viewer viewer, ConversationId id, int after, TurnsOnPage there) {
        keptPlans.forThisTransaction();
        ConversationView conversation = conversations.find(viewer, id);
        List<TurnView> added = turns.since(viewer, id, after);
        return added.isEmpty() ? Optional.empty() : Optional.of(since(viewer, conversation, added, after, there));
    }

    private WorkspaceView since(
            Viewer viewer, ConversationView conversation, List<TurnView> added, int after, TurnsOnPage there) {
        ConversationId id = conversation.id();
        List<TurnId> touched = added.stream()
                .flatMap(turn -> Stream.concat(turn.answers().stream(), Stream.ofNullable(turn.follows())))
                .filter(ref -> ref.conversation().equals(id) && ref.seq() <= after && there.has(ref.seq()))
                .map(TurnRef::id)
                .distinct()
                .toList();
        return view(
                viewer, conversation, added, touched.isEmpty() ? List.of() : turns.of(viewer, touched), null, false);
    }

    /** Those of these turns that are on the page, as they stand now, to replace themselves there. */
    WorkspaceView changed(Viewer viewer, ConversationId id, List<TurnId> ids, TurnsOnPage there) {
        keptPlans.forThisTransaction();
        List<TurnView> changed = turns.of(viewer, ids).stream()
                .filter(turn -> turn.conversation().equals(id) && there.has(turn.seq()))
                .toList();
        return view(viewer, conversations.find(viewer, id), List.of(), changed, null, false);
    }

    /** What of the library may help, as the conversation stands now. */
    List<Fitting> fitting(Viewer viewer, ConversationId id) {
        keptPlans.forThisTransaction();
        return fitting.of(viewer, conversations.find(viewer, id));
    }

    /** Whoever spoke last stays chosen. */
    @Nullable
    UUID lastSpeaker(WorkspaceView view) {
        Set<String> known = view.talk().people().stream().map(Person::getShort).collect(Collectors.toSet());
        String last = view.turns().stream()
                .filter(turn -> turn.theirs() && known.contains(Objects.requireNonNullElse(turn.speaker(), "")))
                .reduce((first, second) -> second)
                .map(TurnLine::speaker)
                .orElse(null);
        return view.talk().people().stream()
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
        Map<TurnId, List<NeedWords>> words = needsOn(
                viewer,
                Stream.concat(shown.stream(), changed.stream())
                        .map(TurnView::id)
                        .toList());
        Map<TurnId, List<UsedItem>> used = uses.of(viewer, responses(shown, changed));
        boolean open = conversation.goesOn();
        boolean figured = figures.mayBeSeen(viewer, conversation.owner());
        Dialogue.Now now =
                new Dialogue.Now(open, figured && conversation.mine(), open && conversation.hat() == Hat.MARKETING);
        Set<TurnId> worth = open
                ? suggested.among(
                        Stream.concat(shown.stream(), changed.stream()).toList())
                : Set.of();
        List<Readiness> readiness = readiness(viewer, id);
        Readiness ready = readiness.stream()
                .filter(one -> one.isOpen() && one.isPulled())
                .findFirst()
                .orElse(null);
        return new WorkspaceView(
                talk.talk(viewer, conversation),
                earlier,
                dialogue.lines(shown, words, worth, used, now),
                dialogue.lines(changed, words, worth, used, now).stream()
                        .map(TurnLine::replacingItself)
                        .toList(),
                talk.listenHint(conversation.participants()),
                talk.listenSubmit(conversation.participants()),
                EXACTNESSES,
                follow.opened(viewer, conversation),
                open ? follow.answerable(viewer, id) : List.of(),
                balance(viewer, conversation, figured),
                open ? follow.suggested(viewer, id, readiness) : List.of(),
                whole ? fitting.of(viewer, conversation) : List.of(),
                whole ? preparing.of(viewer, conversation) : Preparing.NOTHING,
                readiness,
                readiness.stream().anyMatch(Readiness::isPulled),
                ready != null,
                ready == null
                        ? null
                        : "/contacts/" + conversation.participants().get(0).id().value() + "/offers/new?need="
                                + ready.need().value(),
                talk.visibilities(conversation));
    }

    private static List<TurnId> responses(List<TurnView> shown, List<TurnView> changed) {
        return Stream.concat(shown.stream(), changed.stream())
                .filter(turn -> turn.kind() == TurnKind.RESPONDED)
                .map(TurnView::id)
                .toList();
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

    /** Its shape, for whoever closes it. */
    Waveform shape(Viewer viewer, ConversationId id) {
        return talk.figures(balances.of(viewer, id, false), false).small();
    }

    /** Who spoke how much. */
    private BalanceFigures balance(Viewer viewer, ConversationView conversation, boolean figured) {
        return talk.figures(balances.of(viewer, conversation.id(), conversation.complete()), figured);
    }

    /** What the gate says about the open needs of its people. */
    List<Readiness> readiness(Viewer viewer, ConversationId id) {
        List<NeedId> open = needs.openIn(viewer, id);
        return open.isEmpty() ? List.of() : readinesses.of(viewer, open, OfferKind.NEW, null);
    }
}
