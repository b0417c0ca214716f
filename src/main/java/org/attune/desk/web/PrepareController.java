package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.Hunches;
import org.attune.conversations.Research;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before a conversation: what we assume, what we already see and keep quiet about, what we looked up. */
@Controller
@OpenTo(Audience.SELLERS)
class PrepareController {

    private final Assumptions assumptions;
    private final Hunches hunches;
    private final Research research;

    PrepareController(Assumptions assumptions, Hunches hunches, Research research) {
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.research = research;
    }

    @PostMapping("/contacts/{contact}/assumptions")
    String assume(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam(name = "id", required = false) @Nullable UUID id,
            @RequestParam(name = "words", required = false) @Nullable String words,
            @RequestParam(name = "conversation", required = false) @Nullable UUID conversation) {
        assumptions.make(viewer, id == null ? Ids.next() : id, new ContactId(contact), words == null ? "" : words);
        return back(contact, conversation);
    }

    @PostMapping("/contacts/{contact}/hunches")
    String hunch(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam(name = "id", required = false) @Nullable UUID id,
            @RequestParam(name = "words", required = false) @Nullable String words,
            @RequestParam(name = "conversation", required = false) @Nullable UUID conversation) {
        hunches.have(viewer, id == null ? Ids.next() : id, new ContactId(contact), words == null ? "" : words);
        return back(contact, conversation);
    }

    @PostMapping("/contacts/{contact}/research")
    String research(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam(name = "id", required = false) @Nullable UUID id,
            @RequestParam(name = "words", required = false) @Nullable String words,
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "conversation", required = false) @Nullable UUID conversation) {
        research.note(
                viewer,
                id == null ? Ids.next() : id,
                new ContactId(contact),
                words == null ? "" : words,
                source == null ? "" : source);
        return back(contact, conversation);
    }

    private static String back(UUID contact, @Nullable UUID conversation) {
        return conversation == null ? "redirect:/contacts/" + contact : "redirect:/conversations/" + conversation;
    }
}
