package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.people.Companions;
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

/** Who works with a contact beside its owner. */
@Controller
@RequestMapping("/contacts/{contact}/companions")
@OpenTo(Audience.SELLERS)
class CompanionsController {

    private final Contacts contacts;
    private final Companions companions;
    private final Users users;

    CompanionsController(Contacts contacts, Companions companions, Users users) {
        this.contacts = contacts;
        this.companions = companions;
        this.users = users;
    }

    record Form(@NotNull @Nullable UUID companion, @Nullable LocalDate until) {}

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", new Form(null, null));
        return page(contacts.tendedPage(viewer, new ContactId(contact)), model);
    }

    @PostMapping
    String invite(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        UUID companion = form.companion();
        if (!errors.hasErrors() && companion != null) {
            try {
                companions.invite(viewer, view.id(), new UserId(companion), form.until());
                Flash.said(redirect, "people.companion.invited", nameOf(companion), view.name());
                return "redirect:/contacts/" + contact + "/companions";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, model);
    }

    @PostMapping("/{companion}/end")
    String part(Viewer viewer, @PathVariable UUID contact, @PathVariable UUID companion, RedirectAttributes redirect) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        companions.partWith(viewer, view.id(), new UserId(companion));
        Flash.said(redirect, "people.companion.parted", nameOf(companion), view.name());
        return "redirect:"
                + (companion.equals(viewer.uuid()) ? after(viewer, view.id()) : "/contacts/" + contact + "/companions");
    }

    /** Who takes their own leave may lose sight of the contact with it. */
    private String after(Viewer viewer, ContactId contact) {
        try {
            return "/contacts/" + contacts.page(viewer, contact).id().value();
        } catch (NotSeen gone) {
            return "/contacts";
        }
    }

    private String nameOf(UUID companion) {
        return users.find(new UserId(companion)).orElseThrow().name();
    }

    private String page(ContactView contact, Model model) {
        List<Option> colleagues = users.colleagues().stream()
                .filter(one -> !one.id().equals(contact.owner()))
                .map(one -> new Option(
                        one.id().value().toString(), one.team() == null ? one.name() : one.name() + ", " + one.team()))
                .toList();
        model.addAttribute("contact", contact).addAttribute("colleagues", colleagues);
        return "people/companions";
    }
}
