package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a contact to another colleague. */
@Controller
@RequestMapping("/contacts/{contact}/owner")
@OpenTo(Audience.MANAGERS)
class OwnerController {

    private final Contacts contacts;
    private final Users users;

    OwnerController(Contacts contacts, Users users) {
        this.contacts = contacts;
        this.users = users;
    }

    record Form(@NotNull @Nullable UUID owner) {}

    @GetMapping
    String begin(Viewer viewer, @PathVariable UUID contact, Model model) {
        ContactView view = led(viewer, contact);
        model.addAttribute("form", new Form(view.owner().value()));
        return page(view, model);
    }

    @PostMapping
    String give(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactView view = led(viewer, contact);
        UUID owner = form.owner();
        if (!errors.hasErrors() && owner != null) {
            try {
                contacts.giveTo(viewer, view.id(), new UserId(owner));
                Flash.said(redirect, "people.owner.given", view.name(), nameOf(owner));
                return "redirect:" + after(viewer, view.id());
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, model);
    }

    /** Given to another team, the contact is out of sight. */
    private String after(Viewer viewer, ContactId contact) {
        try {
            return "/contacts/" + contacts.page(viewer, contact).id().value();
        } catch (NotSeen elsewhere) {
            return "/contacts";
        }
    }

    private String nameOf(UUID owner) {
        return users.find(new UserId(owner)).orElseThrow().name();
    }

    private ContactView led(Viewer viewer, UUID contact) {
        ContactView view = contacts.page(viewer, new ContactId(contact));
        if (!view.mayLead()) {
            throw new NotSeen("contact " + contact);
        }
        return view;
    }

    private String page(ContactView contact, Model model) {
        List<Option> colleagues = users.colleagues("", 500).stream()
                .map(one -> new Option(
                        one.id().value().toString(), one.team() == null ? one.name() : one.name() + ", " + one.team()))
                .toList();
        model.addAttribute("contact", contact).addAttribute("colleagues", colleagues);
        return "people/owner";
    }
}
