package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Notes;
import org.attune.conversations.Part;
import org.attune.conversations.ProposalState;
import org.attune.conversations.ProposalView;
import org.attune.conversations.TurnKind;
import org.attune.desk.web.WorkspaceView.Answerable;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The note beside the turns it is sorted into, in finished words. */
@Component
class NotesPage {

    /** Where the model has a {@link ProposalForm} that was not taken. */
    static final String TYPED = "typed";

    private final Notes notes;
    private final WhatMayFollow follow;
    private final Say say;
    private final MessageSource messages;

    NotesPage(Notes notes, WhatMayFollow follow, Say say, MessageSource messages) {
        this.notes = notes;
        this.follow = follow;
        this.say = say;
        this.messages = messages;
    }

    /** @param at the place of the proposal that is worked on; none for the first that is left */
    String show(Viewer viewer, TalkView view, @Nullable Integer at, List<String> problems, Model model) {
        if (!view.open()) {
            throw new NotSeen("notes of a conversation that is over");
        }
        List<ProposalView> all = notes.proposals(viewer, new ConversationId(view.id()));
        Integer now = at != null ? at : first(all);
        List<ProposalLine> lines = all.stream()
                .map(one -> line(one, Objects.equals(now, one.position())))
                .map(line -> typed(line, model))
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("keep", "jot:" + view.viewerId() + ":" + view.id());
        model.addAttribute("proposals", lines);
        model.addAttribute("problems", problems);
        answerable(viewer, view, model);
        model.addAttribute("kinds", kinds());
        count(all, lines, model);
        return "desk/conversation/notes";
    }

    private static ProposalLine typed(ProposalLine line, Model model) {
        return model.getAttribute(TYPED) instanceof ProposalForm form
                        && form.turn().value().equals(line.id())
                        && line.now()
                ? line.as(form)
                : line;
    }

    private static @Nullable Integer first(List<ProposalView> all) {
        return all.stream()
                .filter(one -> one.state() == ProposalState.PROPOSED)
                .map(ProposalView::position)
                .findFirst()
                .orElse(null);
    }

    private void answerable(Viewer viewer, TalkView view, Model model) {
        List<Answerable> answerable = follow.answerable(viewer, new ConversationId(view.id()));
        model.addAttribute("answerable", answerable);
        model.addAttribute(
                "foldedAnswers", answerable.stream().filter(Answerable::folded).count());
        model.addAttribute("exactnesses", Workspace.EXACTNESSES);
    }

    private static void count(List<ProposalView> all, List<ProposalLine> lines, Model model) {
        model.addAttribute(
                "proposed", lines.stream().filter(line -> !line.leftOut()).count());
        model.addAttribute(
                "confirmed", lines.stream().filter(ProposalLine::confirmed).count());
        model.addAttribute(
                "confirmable", all.stream().filter(ProposalView::canBeConfirmed).count());
    }

    private ProposalLine line(ProposalView one, boolean now) {
        boolean heard = one.kind() == TurnKind.HEARD;
        return new ProposalLine(
                one.id().value(),
                one.position(),
                key(one.kind()),
                one.speaker() == null ? null : one.speaker().value(),
                one.part() == Part.SAID ? speaker(heard, one) : null,
                one.exactness() == null ? null : key(one.exactness()),
                one.words(),
                one.saidAt() == null ? null : say.dayAndTime(one.saidAt()),
                heard && one.exactness() != null && one.exactness().isQuoted(),
                one.state() == ProposalState.CONFIRMED,
                one.state() == ProposalState.LEFT_OUT,
                now && one.state() != ProposalState.CONFIRMED,
                one.version());
    }

    private String speaker(boolean heard, ProposalView one) {
        String label = one.speakerName() != null ? one.speakerName() : one.label();
        return heard ? Objects.requireNonNullElse(label, word("desk.turn.somebody")) : word("desk.notes.we");
    }

    private List<Option> kinds() {
        TurnKind[] kinds = TurnKind.values();
        return Stream.iterate(0, at -> at < kinds.length, at -> at + 1)
                .map(at -> new Option(
                        key(kinds[at]), word("desk.notes.kind." + key(kinds[at])), null, String.valueOf(at + 1)))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
