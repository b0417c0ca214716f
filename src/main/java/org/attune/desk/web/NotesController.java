package org.attune.desk.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ChangeProposal;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Exactness;
import org.attune.conversations.LogTurn;
import org.attune.conversations.Mark;
import org.attune.conversations.Notes;
import org.attune.conversations.Part;
import org.attune.conversations.ProposalState;
import org.attune.conversations.ProposalView;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.desk.web.WorkspaceView.Answerable;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Jot first, sort afterwards: the note beside what it is sorted into. */
@Controller
@OpenTo(Audience.SELLERS)
class NotesController {

    private final Notes notes;
    private final Conversations conversations;
    private final Workspace workspace;
    private final WhatMayFollow follow;
    private final MessageSource messages;
    private final Say say;

    NotesController(
            Notes notes,
            Conversations conversations,
            Workspace workspace,
            WhatMayFollow follow,
            MessageSource messages,
            Say say) {
        this.notes = notes;
        this.conversations = conversations;
        this.workspace = workspace;
        this.follow = follow;
        this.messages = messages;
        this.say = say;
    }

    @GetMapping("/conversations/{conversation}/notes")
    String page(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "at", required = false) @Nullable Integer at,
            Model model) {
        TalkView view = workspace.talk(viewer, new ConversationId(conversation));
        model.addAttribute("form", new NotesForm(Ids.next(), view.note(), view.note(), null, false));
        return shown(viewer, view, at, List.of(), model);
    }

    @PostMapping("/conversations/{conversation}/notes")
    ModelAndView write(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @Valid @ModelAttribute("form") NotesForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        ConversationId id = new ConversationId(conversation);
        if (errors.hasErrors()) {
            return again(viewer, id, null, List.of(), model);
        }
        try {
            conversations.keepNote(viewer, id, form.before(), form.note());
            conversations.measure(viewer, id, Boolean.TRUE.equals(form.complete()));
            if ("sort".equals(form.kind()) && form.note() != null) {
                notes.sort(viewer, id, form.id() == null ? Ids.next() : form.id(), form.note());
                return back(conversation);
            }
        } catch (RuleRefused refused) {
            errors.rejectValue("note", refused.messageKey(), refused.arguments(), refused.messageKey());
            return again(viewer, id, null, List.of(), model);
        } catch (ChangedMeanwhile changed) {
            FormErrors.add(errors, changed);
            return again(viewer, id, null, List.of(), model);
        }
        Flash.said(redirect, "desk.notes.kept");
        return back(conversation);
    }

    /** One proposal: confirmed as it stands in the form, split, joined or left out. */
    @PostMapping("/conversations/{conversation}/proposals/{proposal}")
    ModelAndView sort(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @PathVariable("proposal") UUID proposal,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam(name = "do", defaultValue = "confirm") String what,
            @RequestParam(name = "kind", defaultValue = "heard") String kind,
            @RequestParam(name = "speaker", required = false) @Nullable UUID speaker,
            @RequestParam(name = "how", defaultValue = "word_for_word") String how,
            @RequestParam(name = "words", required = false) @Nullable String words,
            @RequestParam(name = "answers", required = false) @Nullable List<UUID> answers,
            Model model) {
        ConversationId id = new ConversationId(conversation);
        TurnId turn = new TurnId(proposal);
        TurnKind sorted = one(TurnKind.class, kind);
        boolean heard = sorted == TurnKind.HEARD;
        String typed = Objects.requireNonNullElse(words, "");
        try {
            switch (what) {
                case "leave" -> notes.leaveOut(viewer, turn);
                case "bring" -> notes.bringBack(viewer, turn);
                case "join" -> notes.join(viewer, turn, version);
                case "split" -> notes.split(viewer, turn, new TurnId(Ids.next()), cut(typed), version);
                case "keep" ->
                    notes.change(
                            viewer,
                            new ChangeProposal(
                                    turn,
                                    sorted,
                                    who(heard, speaker),
                                    heard ? one(Exactness.class, how) : null,
                                    typed,
                                    version));
                default -> confirm(viewer, id, turn, sorted, who(heard, speaker), how, typed, answers);
            }
        } catch (RuleRefused refused) {
            return again(viewer, id, proposal, List.of(word(refused)), model);
        }
        return back(conversation);
    }

    /** All that can be confirmed as it stands; what still needs somebody's decision stays. */
    @PostMapping("/conversations/{conversation}/proposals")
    ModelAndView confirmAll(
            Viewer viewer, @PathVariable("conversation") UUID conversation, RedirectAttributes redirect) {
        int confirmed = 0;
        for (ProposalView proposal : notes.proposals(viewer, new ConversationId(conversation))) {
            if (proposal.state() == ProposalState.PROPOSED && !proposal.needsSpeaker()) {
                notes.confirm(viewer, proposal.id());
                confirmed++;
            }
        }
        Flash.said(redirect, "desk.notes.all-confirmed", confirmed);
        return back(conversation);
    }

    private void confirm(
            Viewer viewer,
            ConversationId id,
            TurnId turn,
            TurnKind kind,
            @Nullable ContactId speaker,
            String how,
            String words,
            @Nullable List<UUID> answers) {
        boolean heard = kind == TurnKind.HEARD;
        Set<TurnId> answered = kind == TurnKind.RESPONDED && answers != null
                ? answers.stream().map(TurnId::new).collect(Collectors.toSet())
                : Set.of();
        Set<Mark> marks = heard && words.strip().endsWith("?") ? Set.of(Mark.THEIR_QUESTION) : Set.of();
        notes.confirm(
                viewer,
                new LogTurn(
                        turn,
                        id,
                        kind,
                        speaker,
                        heard ? one(Exactness.class, how) : null,
                        words,
                        null,
                        null,
                        answered,
                        null,
                        marks));
    }

    private static @Nullable ContactId who(boolean heard, @Nullable UUID speaker) {
        return heard && speaker != null ? new ContactId(speaker) : null;
    }

    /** The second turn begins on a line of its own, or else after the first sentence. */
    private static int cut(String words) {
        int line = words.indexOf('\n');
        if (line > 0) {
            return line;
        }
        return Stream.of(". ", "? ", "! ")
                        .mapToInt(words::indexOf)
                        .filter(at -> at > 0)
                        .min()
                        .orElseThrow(() -> new RuleRefused("desk.notes.split.hint", "words"))
                + 1;
    }

    private ModelAndView again(
            Viewer viewer, ConversationId id, @Nullable UUID proposal, List<String> problems, Model model) {
        TalkView view = workspace.talk(viewer, id);
        model.asMap().putIfAbsent("form", new NotesForm(Ids.next(), view.note(), view.note(), null, false));
        Integer at = notes.proposals(viewer, id).stream()
                .filter(one -> one.id().value().equals(proposal))
                .map(ProposalView::position)
                .findFirst()
                .orElse(null);
        return new ModelAndView(
                shown(viewer, view, at, problems, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String shown(Viewer viewer, TalkView view, @Nullable Integer at, List<String> problems, Model model) {
        if (!view.open()) {
            throw new NotSeen("notes of a conversation that is over");
        }
        List<ProposalView> all = notes.proposals(viewer, new ConversationId(view.id()));
        Integer now = at != null
                ? at
                : all.stream()
                        .filter(one -> one.state() == ProposalState.PROPOSED)
                        .map(ProposalView::position)
                        .findFirst()
                        .orElse(null);
        List<ProposalLine> lines = all.stream()
                .map(one -> line(one, Objects.equals(now, one.position())))
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("keep", "jot:" + view.viewerId() + ":" + view.id());
        model.addAttribute("proposals", lines);
        model.addAttribute("problems", problems);
        List<Answerable> answerable = follow.answerable(viewer, new ConversationId(view.id()));
        model.addAttribute("answerable", answerable);
        model.addAttribute(
                "foldedAnswers", answerable.stream().filter(Answerable::folded).count());
        model.addAttribute("exactnesses", Workspace.EXACTNESSES);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "proposed", lines.stream().filter(line -> !line.leftOut()).count());
        model.addAttribute(
                "confirmed", lines.stream().filter(ProposalLine::confirmed).count());
        model.addAttribute(
                "confirmable",
                all.stream()
                        .filter(one -> one.state() == ProposalState.PROPOSED && !one.needsSpeaker())
                        .count());
        return "desk/conversation/notes";
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

    private static ModelAndView back(UUID conversation) {
        return new ModelAndView("redirect:/conversations/" + conversation + "/notes");
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotSeen(word);
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(RuleRefused refused) {
        return messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale());
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
