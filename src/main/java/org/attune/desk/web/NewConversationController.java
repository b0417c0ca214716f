package org.attune.desk.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.BeginConversation;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Conversations;
import org.attune.conversations.NoteDown;
import org.attune.conversations.PlanConversation;
import org.attune.conversations.StartedBy;
import org.attune.conversations.Visibility;
import org.attune.desk.PeopleToTalkWith;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Log a conversation: keep a bare note, begin one now, or plan one. */
@Controller
@OpenTo(Audience.SELLERS)
class NewConversationController {

    private final Conversations conversations;
    private final PeopleToTalkWith people;
    private final Choices choices;
    private final Clock clock;

    NewConversationController(Conversations conversations, PeopleToTalkWith people, Choices choices, Clock clock) {
        this.conversations = conversations;
        this.people = people;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/conversations/new")
    String page(
            Viewer viewer,
            @RequestParam(name = "with", required = false) @Nullable List<UUID> with,
            @RequestParam(name = "q", required = false) @Nullable String q,
            Model model) {
        model.addAttribute(
                "form",
                new NewConversationForm(
                        Ids.next(),
                        with,
                        null,
                        Channel.CALL,
                        StartedBy.WE,
                        now(viewer),
                        null,
                        false,
                        Visibility.TEAM,
                        "note"));
        return shown(viewer, with == null ? List.of() : with, q, model);
    }

    /** The people found while a name is being typed; those chosen already stay. */
    @GetMapping("/conversations/people")
    String found(
            Viewer viewer,
            @RequestParam(name = "participants", required = false) @Nullable List<UUID> chosen,
            @RequestParam(name = "q", required = false) @Nullable String q,
            Model model) {
        model.addAttribute("people", people.find(viewer, chosen == null ? List.of() : chosen, q));
        return "desk/conversation/new :: people";
    }

    @PostMapping("/conversations")
    ModelAndView write(
            Viewer viewer,
            @Valid @ModelAttribute("form") NewConversationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                return new ModelAndView("redirect:" + written(viewer, form, redirect));
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            } catch (DateTimeException impossible) {
                errors.rejectValue("at", "desk.new.at.wrong");
            }
        }
        ModelAndView again = new ModelAndView(shown(viewer, form.people(), null, model), model.asMap());
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private String written(Viewer viewer, NewConversationForm form, RedirectAttributes redirect) {
        if ("plan".equals(form.kind())) {
            ConversationId id = conversations.plan(viewer, plan(viewer, form));
            Flash.said(redirect, "desk.new.planned");
            return "/conversations/" + id.value();
        }
        if ("note".equals(form.kind()) && form.note() != null) {
            ConversationId id = conversations.noteDown(viewer, NoteDown.open(begin(viewer, form), form.note()));
            Flash.said(redirect, "desk.new.noted");
            return "/conversations/" + id.value() + "/notes";
        }
        ConversationId id = form.note() == null
                ? conversations.begin(viewer, begin(viewer, form))
                : conversations.noteDown(viewer, NoteDown.open(begin(viewer, form), form.note()));
        return "/conversations/" + id.value();
    }

    private BeginConversation begin(Viewer viewer, NewConversationForm form) {
        return new BeginConversation(
                new ConversationId(form.id()),
                contacts(form),
                viewer.hat(),
                form.channel(),
                form.startedBy(),
                at(viewer, form),
                form.wholeMinutes(),
                form.visibility());
    }

    private PlanConversation plan(Viewer viewer, NewConversationForm form) {
        return new PlanConversation(
                new ConversationId(form.id()),
                contacts(form),
                viewer.hat(),
                form.channel(),
                form.startedBy(),
                at(viewer, form),
                form.wholeMinutes(),
                Boolean.TRUE.equals(form.askedFor()),
                form.visibility());
    }

    private static List<ContactId> contacts(NewConversationForm form) {
        List<ContactId> contacts = new ArrayList<>();
        form.people().forEach(id -> contacts.add(new ContactId(id)));
        return contacts;
    }

    private Instant at(Viewer viewer, NewConversationForm form) {
        return form.at() == null
                ? clock.instant()
                : LocalDateTime.parse(form.at()).atZone(viewer.zone()).toInstant();
    }

    private String now(Viewer viewer) {
        return LocalDateTime.ofInstant(clock.instant(), viewer.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private String shown(Viewer viewer, List<UUID> chosen, @Nullable String q, Model model) {
        model.addAttribute("people", people.find(viewer, chosen, q));
        model.addAttribute("q", q);
        model.addAttribute("choices", choices);
        model.addAttribute("keep", "new:" + viewer.uuid());
        return "desk/conversation/new";
    }
}
