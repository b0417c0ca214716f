package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.correspondence.Letters;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.Silences;
import org.attune.nurture.Stops;
import org.attune.nurture.TouchKind;
import org.attune.nurture.TouchLetters;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.people.Contacts;
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

/** What was done for somebody beside conversations. */
@Controller
@RequestMapping("/contacts/{contact}/touches")
@OpenTo(Audience.SELLERS)
class TouchesController {

    private static final int SHOWN = 100;

    private final Touches touches;
    private final TouchLetters sending;
    private final Letters letters;
    private final Silences silences;
    private final Stops stops;
    private final Contacts contacts;
    private final ContactSight sight;
    private final TouchOptions options;
    private final LinkLetter withLink;
    private final ThreadLetter inThread;
    private final Clock clock;

    TouchesController(
            Touches touches,
            TouchLetters sending,
            Letters letters,
            Silences silences,
            Stops stops,
            Contacts contacts,
            ContactSight sight,
            TouchOptions options,
            LinkLetter withLink,
            ThreadLetter inThread,
            Clock clock) {
        this.touches = touches;
        this.sending = sending;
        this.letters = letters;
        this.silences = silences;
        this.stops = stops;
        this.contacts = contacts;
        this.sight = sight;
        this.options = options;
        this.withLink = withLink;
        this.inThread = inThread;
        this.clock = clock;
    }

    /**
     * @param kind what it will be
     * @param asked the turn in which they asked for it
     * @param answers the touch whose letter it goes on from
     * @param link one of the viewer's for them, that goes with it
     * @param thread the conversation whose thread of mail it goes on from
     * @param from where one comes from, and goes back to
     */
    @GetMapping
    String page(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable TouchKind kind,
            @RequestParam(required = false) @Nullable UUID asked,
            @RequestParam(required = false) @Nullable UUID answers,
            @RequestParam(required = false) @Nullable UUID link,
            @RequestParam(required = false) @Nullable UUID thread,
            @RequestParam(required = false) @Nullable String from,
            Model model) {
        ContactId id = new ContactId(contact);
        TouchForm empty = TouchForm.empty(kind, asked, answers);
        TouchForm begun = thread == null ? empty : inThread.begin(viewer, id, new ConversationId(thread), empty);
        TouchForm form = link == null ? begun : withLink.begin(viewer, id, new OutsideLinkId(link), empty);
        model.addAttribute("from", from);
        model.addAttribute("form", form);
        return page(viewer, id, form, model);
    }

    /**
     * Notes a touch; "not reached" is the same with two hidden fields and no words.
     *
     * @param from where the person is and comes back to: {@code today}, {@code nurture}, or else the contact
     */
    @PostMapping
    String note(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") TouchForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "contact") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                TouchView touch = note(viewer, id, form);
                Flash.said(redirect, said(touch)).undo("/touches/" + touch.id() + "/reversal");
                return "redirect:" + next(touch, from);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("from", from);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, form, model);
    }

    private TouchView note(Viewer viewer, ContactId contact, TouchForm form) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        ContactId other = form.kind() == TouchKind.INTRODUCTION
                ? contacts.meant(viewer, form.introducedTo(), "introducedTo")
                : null;
        NoteTouch command = form.command(contact, other, viewer.zone(), today);
        return form.isSent()
                ? sending.send(viewer, command, form.letter())
                : sending.note(viewer, command, form.going());
    }

    private static String said(TouchView touch) {
        if (touch.letter() != null) {
            return "nurture.letter.written";
        }
        return touch.kind() == TouchKind.TRIED_TO_REACH ? "nurture.touch.tried" : "nurture.touch.noted";
    }

    /** An introduction offers to be remembered as one of us or of them. */
    private static String next(TouchView touch, String from) {
        if (touch.kind() == TouchKind.INTRODUCTION) {
            return "/touches/" + touch.id();
        }
        return switch (from) {
            case "today" -> "/";
            case "nurture" -> "/nurture";
            default -> "/contacts/" + touch.contact().value();
        };
    }

    private String page(Viewer viewer, ContactId id, @Nullable TouchForm form, Model model) {
        if (form != null) {
            withLink.into(viewer, id, form, model);
        }
        model.addAttribute("contact", sight.stillKnown(viewer, id));
        model.addAttribute("touches", touches.ofContact(viewer, id, SHOWN));
        model.addAttribute("kinds", options.kinds(viewer));
        model.addAttribute("materials", options.materials(viewer));
        model.addAttribute("stories", options.stories(viewer));
        model.addAttribute("heardLately", options.said(viewer, id));
        model.addAttribute("canSend", letters.arePossible());
        model.addAttribute("addresses", options.addresses(viewer, id));
        model.addAttribute("dead", options.dead(viewer, id));
        model.addAttribute("silence", silences.current(viewer, id).orElse(null));
        model.addAttribute("stop", stops.current(viewer, id).orElse(null));
        return "nurture/touches";
    }
}
