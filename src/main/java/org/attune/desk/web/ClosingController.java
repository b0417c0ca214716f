package org.attune.desk.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.HunchSettled;
import org.attune.conversations.InMind;
import org.attune.conversations.Outcome;
import org.attune.conversations.Preconceptions;
import org.attune.conversations.Settled;
import org.attune.conversations.TalkedMore;
import org.attune.desk.Closing;
import org.attune.nurture.Referring;
import org.attune.nurture.Way;
import org.attune.nurture.Wish;
import org.attune.offers.Readiness;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a conversation: three answers, and the rest in one row and three folds. */
@Controller
@OpenTo(Audience.SELLERS)
class ClosingController {

    private static final Map<Enum<?>, String> KEYS = Map.of(
            Outcome.ASKED_TO_BUY, "b",
            Outcome.CONTINUES, "n",
            Outcome.GOODBYE, "g",
            Way.KEEP_TALKING, "k",
            Way.KEEP_IN_TOUCH, "t",
            Way.NOT_NOW, "w",
            Way.STOP, "x");

    private final Closing closing;
    private final Workspace workspace;
    private final Preconceptions preconceptions;
    private final WhatMayFollow follow;
    private final Organisation organisation;
    private final Say say;
    private final MessageSource messages;

    ClosingController(
            Closing closing,
            Workspace workspace,
            Preconceptions preconceptions,
            WhatMayFollow follow,
            Organisation organisation,
            Say say,
            MessageSource messages) {
        this.closing = closing;
        this.workspace = workspace;
        this.preconceptions = preconceptions;
        this.follow = follow;
        this.organisation = organisation;
        this.say = say;
        this.messages = messages;
    }

    @GetMapping("/conversations/{id}/closing")
    String page(Viewer viewer, @PathVariable("id") UUID id, Model model) {
        ConversationId conversation = new ConversationId(id);
        TalkView view = workspace.talk(viewer, conversation);
        if (!view.open() || !view.mayClose()) {
            throw new NotSeen("closing of " + id);
        }
        boolean asked = workspace.readiness(viewer, conversation).stream().anyMatch(Readiness::isPulled);
        model.addAttribute("form", fresh(view, asked));
        return shown(viewer, view, model);
    }

    @PostMapping("/conversations/{conversation}/closing")
    ModelAndView close(
            Viewer viewer,
            @PathVariable("conversation") UUID conversation,
            @Valid @ModelAttribute("form") ClosingForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        ConversationId id = new ConversationId(conversation);
        if (!errors.hasErrors()) {
            try {
                closing.close(viewer, form.toClose(id));
                Flash.said(redirect, "desk.closing.closed", form.outcome() == Outcome.ASKED_TO_BUY ? 1 : 0)
                        .undo("/conversations/" + conversation + "/reopening");
                return new ModelAndView("redirect:/conversations/" + conversation);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        return new ModelAndView(
                shown(viewer, workspace.talk(viewer, id), model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What is likely is chosen already: they asked, so they asked to buy. */
    private static ClosingForm fresh(TalkView view, boolean askedToBuy) {
        boolean sales = view.hat().equals("sales");
        return new ClosingForm(
                Ids.next(),
                askedToBuy ? Outcome.ASKED_TO_BUY : null,
                "us",
                null,
                null,
                askedToBuy && sales ? Way.KEEP_TALKING : null,
                null,
                null,
                null,
                null,
                false,
                false,
                view.complete(),
                Referring.NOT_ASKED,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private String shown(Viewer viewer, TalkView view, Model model) {
        List<ContactId> people =
                view.people().stream().map(one -> new ContactId(one.id())).toList();
        model.addAttribute("view", view);
        model.addAttribute("days", organisation.current().week().suggestedAfter(say.today()));
        model.addAttribute("shape", workspace.shape(viewer, new ConversationId(view.id())));
        model.addAttribute("keep", "close:" + view.viewerId() + ":" + view.id());
        model.addAttribute(
                "outcomes",
                cards("desk.closing.outcome.", List.of(Outcome.ASKED_TO_BUY, Outcome.CONTINUES, Outcome.GOODBYE)));
        model.addAttribute("ways", cards("desk.closing.way.", Arrays.asList(Way.values())));
        model.addAttribute("refers", options("nurture.refers.", Referring.values()));
        model.addAttribute("wishes", options("desk.closing.wish.", Wish.values()));
        model.addAttribute("talked", options("desk.closing.talked.", TalkedMore.values()));
        model.addAttribute("settlements", options("desk.closing.settled.", Settled.values()));
        model.addAttribute("hunchSettlements", options("desk.closing.settled.", HunchSettled.values()));
        InMind inMind = preconceptions.about(viewer, people, 0);
        boolean nothing = inMind.assumptions().isEmpty() && inMind.hunches().isEmpty();
        model.addAttribute("assumptions", inMind.assumptions());
        model.addAttribute("hunches", inMind.hunches());
        model.addAttribute("heard", nothing ? List.of() : follow.heard(viewer, new ConversationId(view.id())));
        return "desk/conversation/closing";
    }

    private List<Option> cards(String prefix, List<? extends Enum<?>> values) {
        return values.stream()
                .map(value -> new Option(
                        value.name(), word(prefix + key(value)), word(prefix + key(value) + ".says"), KEYS.get(value)))
                .toList();
    }

    private List<Option> options(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix + key(value))))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
