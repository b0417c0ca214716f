package org.attune.coaching.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.coaching.ChosenTalks;
import org.attune.coaching.OwnFacts;
import org.attune.conversations.ConversationId;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is about oneself: one's own facts, what one wrote, what one wants to talk about, and who looked. */
@Controller
@RequestMapping("/me")
@OpenTo(Audience.SELLERS)
class MyPageController {

    private static final String TALKS = "redirect:/me#talks";
    private static final String LISTENING = "listening";

    /** The pages of a conversation on which it can be chosen. */
    private static final Set<String> READ_ON = Set.of("conversation", LISTENING);

    private final MyPage page;
    private final OwnFacts facts;
    private final ChosenTalks talks;

    MyPageController(MyPage page, OwnFacts facts, ChosenTalks talks) {
        this.page = page;
        this.facts = facts;
        this.talks = talks;
    }

    @GetMapping
    String show(Viewer viewer, @RequestParam @Nullable UUID conversation, Model model) {
        model.addAttribute("talk", new TalkForm(conversation, false));
        return page.show(viewer, conversation, model);
    }

    @GetMapping("/conversations")
    String month(Viewer viewer, @RequestParam Hat hat, @RequestParam LocalDate month, Model model) {
        model.addAttribute("hat", hat)
                .addAttribute("month", month.withDayOfMonth(1))
                .addAttribute("talks", facts.talks(viewer, hat, month));
        return "coaching/month";
    }

    @PostMapping("/talks")
    String choose(
            Viewer viewer,
            @Valid @ModelAttribute("talk") TalkForm form,
            BindingResult errors,
            @RequestParam @Nullable String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                ConversationId chosen = new ConversationId(Objects.requireNonNull(form.conversation()));
                talks.choose(viewer, chosen, Boolean.TRUE.equals(form.sure()));
                Flash.said(redirect, "coaching.talk.chosen").undo(end(chosen, from));
                return back(chosen, from);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(viewer, form.conversation(), model);
    }

    @PostMapping("/talks/{conversation}/end")
    String takeBack(
            Viewer viewer,
            @PathVariable UUID conversation,
            @RequestParam @Nullable String from,
            RedirectAttributes redirect) {
        ConversationId chosen = new ConversationId(conversation);
        talks.takeBack(viewer, chosen);
        Flash.said(redirect, "coaching.talk.ended");
        return back(chosen, from);
    }

    private static String end(ConversationId chosen, @Nullable String from) {
        String end = "/me/talks/" + chosen.value() + "/end";
        return isReadOn(from) ? end + "?from=" + from : end;
    }

    private static boolean isReadOn(@Nullable String from) {
        return from != null && READ_ON.contains(from);
    }

    /** To where they read it, or to their own page. */
    private static String back(ConversationId chosen, @Nullable String from) {
        if (!isReadOn(from)) {
            return TALKS;
        }
        String page = "redirect:/conversations/" + chosen.value();
        return LISTENING.equals(from) ? page + "/listening#talk-about" : page;
    }
}
