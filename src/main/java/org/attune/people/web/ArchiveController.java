package org.attune.people.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a contact away, and takes it out again. */
@Controller
@RequestMapping("/contacts/{contact}")
@OpenTo(Audience.SELLERS)
class ArchiveController {

    private final Contacts contacts;

    ArchiveController(Contacts contacts) {
        this.contacts = contacts;
    }

    @PostMapping("/archive")
    String archive(Viewer viewer, @PathVariable UUID contact, RedirectAttributes redirect) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        contacts.archive(viewer, view.id());
        Flash.said(redirect, "people.contact.archived", view.name()).undo("/contacts/" + contact + "/restoration");
        return "redirect:/contacts/" + contact;
    }

    @PostMapping("/restoration")
    String restore(Viewer viewer, @PathVariable UUID contact, RedirectAttributes redirect) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        contacts.restore(viewer, view.id());
        Flash.said(redirect, "people.contact.restored", view.name());
        return "redirect:/contacts/" + contact;
    }
}
