package org.attune.desk.web;

import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.desk.ContactPageTimeline.Show;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One contact: what they said and need, where they stand, what is open, and what happened together. */
@Controller
@RequestMapping("/contacts/{contact}")
@OpenTo(Audience.SELLERS)
class ContactPageController {

    private final ContactPage page;
    private final Threads threads;
    private final ContactSight sight;

    ContactPageController(ContactPage page, Threads threads, ContactSight sight) {
        this.page = page;
        this.threads = threads;
        this.sight = sight;
    }

    /** @param show what of the time together; a word it does not know shows everything */
    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(defaultValue = "everything") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return page.show(viewer, new ContactId(contact), known(show), after, model);
    }

    /** Lets a thread go, from here and back to here. */
    @PostMapping("/threads/{turn}/letting-go")
    String letGo(Viewer viewer, @PathVariable UUID contact, @PathVariable UUID turn, RedirectAttributes redirect) {
        sight.seen(viewer, new ContactId(contact));
        threads.letGo(viewer, new TurnId(turn), null);
        Flash.said(redirect, "desk.contact.thread.gone");
        return "redirect:/contacts/" + contact;
    }

    private static Show known(String word) {
        for (Show show : Show.values()) {
            if (show.name().toLowerCase(Locale.ROOT).equals(word)) {
                return show;
            }
        }
        return Show.EVERYTHING;
    }
}
