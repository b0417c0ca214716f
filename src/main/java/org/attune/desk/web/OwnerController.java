package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.people.HandOvers;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives a contact to another colleague, with the promises, conversations and offers that wait. */
@Controller
@RequestMapping("/contacts/{contact}/owner")
@OpenTo(Audience.MANAGERS)
class OwnerController {

    private final Contacts contacts;
    private final HandOvers handOvers;
    private final Successors successors;

    OwnerController(Contacts contacts, HandOvers handOvers, Successors successors) {
        this.contacts = contacts;
        this.handOvers = handOvers;
        this.successors = successors;
    }

    @GetMapping
    String begin(Viewer viewer, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", HandOverForm.fresh());
        return page(viewer, led(viewer, contact), model);
    }

    @PostMapping
    String give(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") HandOverForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                UUID done = handOvers.give(viewer, form.made(), new ContactId(contact), form.successor(), form.why());
                return "redirect:" + (done == null ? "/contacts/" + contact : "/hand-overs/" + done);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, led(viewer, contact), model);
    }

    private ContactView led(Viewer viewer, UUID contact) {
        ContactView view = contacts.page(viewer, new ContactId(contact));
        if (!view.mayLead()) {
            throw new NotSeen("contact " + contact);
        }
        return view;
    }

    private String page(Viewer viewer, ContactView contact, Model model) {
        model.addAttribute("contact", contact)
                .addAttribute("count", handOvers.waitingWith(viewer, contact.id()))
                .addAttribute("colleagues", successors.to(contact.owner()));
        return "desk/owner";
    }
}
