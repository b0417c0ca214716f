package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.people.Introductions;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who brought us this contact, and whom they brought us. */
@Controller
@RequestMapping("/contacts/{contact}/introductions")
@OpenTo(Audience.SELLERS)
class IntroductionsController {

    private final Contacts contacts;
    private final Introductions introductions;
    private final Choices choices;

    IntroductionsController(Contacts contacts, Introductions introductions, Choices choices) {
        this.contacts = contacts;
        this.introductions = introductions;
        this.choices = choices;
    }

    /** Which of the two this contact is. */
    enum Part {
        BROUGHT,
        WAS_BROUGHT
    }

    record Form(
            @NotNull @Nullable UUID id,
            @NotNull @Nullable Part part,

            @NotNull(message = "{people.introduction.who.missing}") @Nullable
            String who,

            @Nullable LocalDate day,

            @Size(max = 1000, message = "{people.introduction.note.long}") @Nullable
            String note) {}

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", new Form(Ids.next(), Part.BROUGHT, null, null, null));
        return page(contacts.page(viewer, new ContactId(contact)), model);
    }

    @PostMapping
    String note(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactView view = contacts.page(viewer, new ContactId(contact));
        if (!errors.hasErrors()) {
            try {
                boolean made = note(viewer, view, form);
                Flash flash = Flash.said(redirect, "people.introduction.noted");
                if (made) {
                    flash.undo("/contacts/" + contact + "/introductions/" + form.id() + "/withdrawal");
                }
                return "redirect:/contacts/" + contact + "/introductions";
            } catch (RuleRefused rule) {
                FormErrors.add(errors, atWho(rule));
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, model);
    }

    /** Which of the two is named in the field here depends on their part. */
    private static RuleRefused atWho(RuleRefused rule) {
        return "introducedBy".equals(rule.field()) ? new RuleRefused(rule.messageKey(), "who", rule.arguments()) : rule;
    }

    private boolean note(Viewer viewer, ContactView view, Form form) {
        ContactId other = Objects.requireNonNull(contacts.meant(viewer, form.who(), "who"));
        boolean brought = form.part() == Part.BROUGHT;
        return introductions.note(
                viewer,
                Objects.requireNonNull(form.id()),
                brought ? view.id() : other,
                brought ? other : view.id(),
                form.day(),
                form.note());
    }

    @PostMapping("/{introduction}/withdrawal")
    String withdraw(
            Viewer viewer, @PathVariable UUID contact, @PathVariable UUID introduction, RedirectAttributes redirect) {
        ContactView view = contacts.page(viewer, new ContactId(contact));
        introductions.withdraw(viewer, introduction);
        Flash.said(redirect, "people.introduction.withdrawn")
                .undo("/contacts/" + contact + "/introductions/" + introduction + "/restoration");
        return "redirect:/contacts/" + view.id().value() + "/introductions";
    }

    @PostMapping("/{introduction}/restoration")
    String restore(
            Viewer viewer, @PathVariable UUID contact, @PathVariable UUID introduction, RedirectAttributes redirect) {
        ContactView view = contacts.page(viewer, new ContactId(contact));
        try {
            introductions.restore(viewer, introduction);
            Flash.said(redirect, "people.introduction.noted");
        } catch (RuleRefused knownAgain) {
            Flash.said(redirect, knownAgain.messageKey());
        }
        return "redirect:/contacts/" + view.id().value() + "/introductions";
    }

    private String page(ContactView contact, Model model) {
        model.addAttribute("contact", contact)
                .addAttribute("parts", choices.introductions(contact.name(), Part.values()));
        return "people/introductions";
    }
}
