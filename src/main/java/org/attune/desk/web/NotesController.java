package org.attune.desk.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Notes;
import org.attune.conversations.ProposalView;
import org.attune.conversations.TurnId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
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
    private final NotesPage page;
    private final MessageSource messages;

    NotesController(
            Notes notes, Conversations conversations, Workspace workspace, NotesPage page, MessageSource messages) {
        this.notes = notes;
        this.conversations = conversations;
        this.workspace = workspace;
        this.page = page;
        this.messages = messages;
    }

    @GetMapping("/conversations/{conversation}/notes")
    String page(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "at", required = false) @Nullable Integer at,
            Model model) {
        TalkView view = workspace.talk(viewer, new ConversationId(conversation));
        model.addAttribute("form", new NotesForm(Ids.next(), view.note(), view.note(), null, false));
        return page.show(viewer, view, at, List.of(), model);
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
        ProposalForm form = new ProposalForm(new TurnId(proposal), version, kind, speaker, how, words, answers);
        try {
            sort(viewer, id, what, form);
        } catch (RuleRefused refused) {
            model.addAttribute(NotesPage.TYPED, form);
            return again(viewer, id, proposal, List.of(word(refused)), model);
        } catch (ChangedMeanwhile changed) {
            if (changed.version() == null) {
                throw changed; // it was confirmed, and there is no form any more
            }
            model.addAttribute(NotesPage.TYPED, form.since(changed));
            model.addAttribute("kept", changed.kept());
            ModelAndView again = again(viewer, id, proposal, List.of(), model);
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        return back(conversation);
    }

    private void sort(Viewer viewer, ConversationId id, String what, ProposalForm form) {
        TurnId turn = form.turn();
        switch (what) {
            case "leave" -> notes.leaveOut(viewer, turn);
            case "bring" -> notes.bringBack(viewer, turn);
            case "join" -> notes.join(viewer, turn, form.version());
            case "split" -> notes.split(viewer, turn, new TurnId(Ids.next()), form.cut(), form.version());
            case "keep" -> notes.change(viewer, form.toChange());
            default -> notes.confirm(viewer, form.toLog(id), form.version());
        }
    }

    /** All that can be confirmed as it stands; what still needs somebody's decision stays, and it is said why. */
    @PostMapping("/conversations/{conversation}/proposals")
    ModelAndView confirmAll(
            Viewer viewer, @PathVariable("conversation") UUID conversation, RedirectAttributes redirect) {
        List<ProposalView> ready = notes.proposals(viewer, new ConversationId(conversation)).stream()
                .filter(ProposalView::canBeConfirmed)
                .toList();
        List<RuleRefused> stay = ready.stream()
                .flatMap(proposal -> refused(viewer, proposal.id()).stream())
                .toList();
        int confirmed = ready.size() - stay.size();
        if (stay.isEmpty()) {
            Flash.said(redirect, "desk.notes.all-confirmed", confirmed);
        } else {
            Flash.said(redirect, "desk.notes.some-confirmed", confirmed, stay.size(), word(stay.get(0)));
        }
        return back(conversation);
    }

    /** Why it stays proposed: a response to nothing, say. */
    private Optional<RuleRefused> refused(Viewer viewer, TurnId proposal) {
        try {
            notes.confirm(viewer, proposal);
            return Optional.empty();
        } catch (RuleRefused stays) {
            return Optional.of(stays);
        }
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
                page.show(viewer, view, at, problems, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(UUID conversation) {
        return new ModelAndView("redirect:/conversations/" + conversation + "/notes");
    }

    private String word(RuleRefused refused) {
        return messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale());
    }
}
