package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldForms.Asked;
import org.attune.fields.Holder;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.people.Contacts;
import org.attune.people.DuplicateCandidate;
import org.attune.people.DuplicateView;
import org.attune.people.Duplicates;
import org.attune.people.NewContact;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds somebody, and says before whether they are known already. */
@Controller
@OpenTo(Audience.SELLERS)
class NewContactController {

    private final Contacts contacts;
    private final ContactSight sight;
    private final Duplicates duplicates;
    private final ContactFormCheck check;
    private final FieldsInForm own;
    private final Choices choices;

    NewContactController(
            Contacts contacts,
            ContactSight sight,
            Duplicates duplicates,
            ContactFormCheck check,
            FieldsInForm own,
            Choices choices) {
        this.contacts = contacts;
        this.sight = sight;
        this.duplicates = duplicates;
        this.check = check;
        this.own = own;
        this.choices = choices;
    }

    @GetMapping("/contacts/new")
    String begin(Viewer viewer, @RequestParam(required = false) @Nullable UUID introducedBy, Model model) {
        String introducer = introducedBy == null ? null : named(sight.seen(viewer, new ContactId(introducedBy)));
        model.addAttribute("form", ContactForm.forSomebodyNew(introducer));
        return page(viewer, own.ofSomebodyNew(Holder.CONTACT), List.of(), model);
    }

    private static String named(ContactName introducer) {
        String company = introducer.company();
        return company == null ? introducer.name() : introducer.name() + ", " + company;
    }

    @PostMapping(path = "/contacts", params = "more")
    String oneMore(Viewer viewer, @ModelAttribute("form") ContactForm form, @RequestParam String more, Model model) {
        model.addAttribute("form", form.withOneMore(more));
        return page(viewer, own.ofSomebodyNew(Holder.CONTACT), List.of(), model);
    }

    @PostMapping(path = "/contacts", params = "!more")
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        check.look(form, errors);
        Asked asked = own.ofSomebodyNew(Holder.CONTACT);
        Answers answers = own.read(viewer, asked, form.fields(), errors);
        List<DuplicateView> known = errors.hasErrors() || form.addAnyway() ? List.of() : known(viewer, form);
        if (!errors.hasErrors() && known.isEmpty()) {
            try {
                ContactId id = contacts.add(viewer, newcomer(viewer, form, answers));
                Flash.said(redirect, "people.contact.added", form.soFar().name());
                return "redirect:/contacts/" + id.value();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, asked, known, model);
    }

    private NewContact newcomer(Viewer viewer, ContactForm form, Answers answers) {
        UserId owner = form.owner() == null ? null : new UserId(Typed.id(form.owner()));
        ContactId introducer = contacts.meant(viewer, form.introducedBy(), "introducedBy");
        return new NewContact(Typed.contact(form.id()), form.details(), owner, introducer, null, answers);
    }

    /** Sent again, the contact that was added is no duplicate of itself. */
    private List<DuplicateView> known(Viewer viewer, ContactForm form) {
        return duplicates.like(viewer, new DuplicateCandidate(form.details(), Typed.contact(form.id())));
    }

    /** While the form is being filled in. */
    @PostMapping("/contacts/duplicates")
    String known(Viewer viewer, @ModelAttribute("form") ContactForm form, Model model) {
        model.addAttribute(
                "known", duplicates.like(viewer, new DuplicateCandidate(form.soFar(), Typed.contact(form.id()))));
        return "people/contact-form :: known";
    }

    private String page(Viewer viewer, Asked asked, List<DuplicateView> known, Model model) {
        own.show(viewer, asked, model);
        List<Option> owners = contacts.possibleOwners(viewer).stream()
                .map(owner -> new Option(owner.id().value().toString(), owner.name()))
                .toList();
        model.addAttribute("known", known).addAttribute("owners", owners).addAttribute("choices", choices);
        return "people/new";
    }
}
