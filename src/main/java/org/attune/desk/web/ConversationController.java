package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationFacts;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.Visibility;
import org.attune.desk.PeopleToTalkWith;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conversation's page, and what happens to a conversation as a whole. */
@Controller
@OpenTo(Audience.SELLERS)
class ConversationController {

    private final Workspace workspace;
    private final ConversationPage page;
    private final Conversations conversations;
    private final ConversationFacts facts;
    private final PeopleToTalkWith people;
    private final Users users;
    private final Clock clock;

    ConversationController(
            Workspace workspace,
            ConversationPage page,
            Conversations conversations,
            ConversationFacts facts,
            PeopleToTalkWith people,
            Users users,
            Clock clock) {
        this.workspace = workspace;
        this.page = page;
        this.conversations = conversations;
        this.facts = facts;
        this.people = people;
        this.users = users;
        this.clock = clock;
    }

    @GetMapping("/conversations/{id}")
    String page(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "before", required = false) @Nullable Integer before,
            ModelMap model) {
        return page.show(viewer, new ConversationId(id), before, model);
    }

    @PostMapping("/conversations/{id}/beginning")
    String begin(Viewer viewer, @PathVariable("id") UUID id) {
        conversations.beginPlanned(viewer, new ConversationId(id), clock.instant());
        return back(id);
    }

    @PostMapping("/conversations/{id}/calling-off")
    String callOff(Viewer viewer, @PathVariable("id") UUID id, RedirectAttributes redirect) {
        conversations.callOff(viewer, new ConversationId(id));
        Flash.said(redirect, "desk.talk.called-off");
        return "redirect:/";
    }

    @PostMapping("/conversations/{id}/rest")
    String rest(Viewer viewer, @PathVariable("id") UUID id, RedirectAttributes redirect) {
        conversations.rest(viewer, new ConversationId(id));
        Flash.said(redirect, "desk.talk.rests").undo("/conversations/" + id + "/resumption");
        return "redirect:/";
    }

    @PostMapping("/conversations/{id}/resumption")
    String resume(Viewer viewer, @PathVariable("id") UUID id) {
        conversations.resume(viewer, new ConversationId(id));
        return back(id);
    }

    @PostMapping("/conversations/{id}/breaking-off")
    String breakOff(Viewer viewer, @PathVariable("id") UUID id, RedirectAttributes redirect) {
        conversations.breakOff(viewer, new ConversationId(id));
        Flash.said(redirect, "desk.talk.broken-off").undo("/conversations/" + id + "/reopening");
        return back(id);
    }

    @PostMapping("/conversations/{id}/reopening")
    String reopen(Viewer viewer, @PathVariable("id") UUID id) {
        conversations.reopen(viewer, new ConversationId(id));
        return back(id);
    }

    @PostMapping("/conversations/{id}/hat")
    String wear(Viewer viewer, @PathVariable("id") UUID id, @RequestParam("hat") String hat) {
        Hat chosen = one(Hat.class, hat);
        conversations.wear(viewer, new ConversationId(id), chosen);
        users.wear(viewer, chosen);
        return back(id);
    }

    @PostMapping("/conversations/{id}/visibility")
    String show(
            Viewer viewer, @PathVariable("id") UUID id, @RequestParam("to") String to, RedirectAttributes redirect) {
        conversations.show(viewer, new ConversationId(id), one(Visibility.class, to));
        Flash.said(redirect, "desk.talk.visible." + to.toLowerCase(Locale.ROOT));
        return back(id);
    }

    @GetMapping("/conversations/{id}/participants")
    String whoElse(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "q", required = false) @Nullable String q,
            Model model) {
        TalkView view = workspace.talk(viewer, new ConversationId(id));
        List<UUID> there = view.people().stream().map(TalkView.Person::id).toList();
        model.addAttribute("view", view);
        model.addAttribute("q", q);
        model.addAttribute(
                "found",
                people.find(viewer, there, q).stream()
                        .filter(person -> !person.chosen())
                        .toList());
        return "desk/conversation/participants";
    }

    @PostMapping("/conversations/{id}/participants")
    String join(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @RequestParam(name = "contact", required = false) @Nullable UUID contact,
            HttpServletResponse response,
            Model model) {
        if (contact == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", "desk.new.people.missing");
            return whoElse(viewer, id, null, model);
        }
        conversations.join(viewer, new ConversationId(id), new ContactId(contact));
        return back(id);
    }

    @PostMapping("/conversations/{id}/participants/{contact}/removal")
    String leave(
            Viewer viewer,
            @PathVariable("id") UUID id,
            @PathVariable("contact") UUID contact,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            facts.leave(viewer, new ConversationId(id), new ContactId(contact));
        } catch (RuleRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", refused.messageKey());
            return whoElse(viewer, id, null, model);
        }
        Flash.said(redirect, "desk.joined.left").undo("/conversations/" + id + "/participants?contact=" + contact);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/conversations/" + id;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotSeen(word);
        }
    }
}
