package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldForms.Asked;
import org.attune.fields.Holder;
import org.attune.people.ChangeContact;
import org.attune.people.ContactId;
import org.attune.people.ContactView;
import org.attune.people.Contacts;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Describes a contact anew. */
@Controller
@RequestMapping("/contacts/{contact}")
@OpenTo(Audience.SELLERS)
class EditContactController {

    private final Contacts contacts;
    private final ContactFormCheck check;
    private final FieldsInForm own;
    private final Choices choices;

    EditContactController(Contacts contacts, ContactFormCheck check, FieldsInForm own, Choices choices) {
        this.contacts = contacts;
        this.check = check;
        this.own = own;
        this.choices = choices;
    }

    @GetMapping("/edit")
    String begin(Viewer viewer, @PathVariable UUID contact, Model model) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        Asked asked = own.of(viewer, Holder.CONTACT, contact);
        model.addAttribute("form", ContactForm.of(view, own.typed(asked)));
        return page(viewer, view, asked, model);
    }

    @PostMapping(params = "more")
    String oneMore(
            Viewer viewer,
            @PathVariable UUID contact,
            @ModelAttribute("form") ContactForm form,
            @RequestParam String more,
            Model model) {
        ContactView view = contacts.tendedPage(viewer, new ContactId(contact));
        model.addAttribute("form", form.withOneMore(more));
        return page(viewer, view, own.of(viewer, Holder.CONTACT, contact), model);
    }

    @PostMapping(params = "!more")
    String change(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactView before = contacts.tendedPage(viewer, new ContactId(contact));
        check.look(form, errors);
        Asked asked = own.of(viewer, Holder.CONTACT, contact);
        Answers answers = own.read(viewer, asked, form.fields(), errors);
        if (!errors.hasErrors()) {
            try {
                contacts.change(
                        viewer, new ChangeContact(before.id(), Typed.version(form.version()), form.details(), answers));
                Flash.said(redirect, "people.contact.changed", form.details().name());
                return "redirect:/contacts/" + contact;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, before, asked, model);
    }

    private String page(Viewer viewer, ContactView contact, Asked asked, Model model) {
        own.show(viewer, asked, model);
        model.addAttribute("contact", contact)
                .addAttribute("known", List.of())
                .addAttribute("owners", List.of())
                .addAttribute("choices", choices);
        return "people/edit";
    }
}
