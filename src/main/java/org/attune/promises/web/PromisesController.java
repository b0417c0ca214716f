package org.attune.promises.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** What somebody and we promised each other, and one more. */
@Controller
@RequestMapping("/contacts/{contact}/promises")
@OpenTo(Audience.SELLERS)
class PromisesController {

    private final Promises promises;
    private final ContactSight sight;
    private final Organisation organisation;
    private final Say say;
    private final MessageSource messages;

    PromisesController(
            Promises promises, ContactSight sight, Organisation organisation, Say say, MessageSource messages) {
        this.promises = promises;
        this.sight = sight;
        this.organisation = organisation;
        this.say = say;
        this.messages = messages;
    }

    /**
     * @param turn where it was said, when one comes from a turn
     * @param conversation whose next step it is
     */
    @GetMapping
    String page(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable UUID turn,
            @RequestParam(required = false) @Nullable UUID conversation,
            Model model) {
        model.addAttribute("form", PromiseForm.empty(turn, conversation));
        return page(viewer, new ContactId(contact), model);
    }

    @PostMapping
    String make(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") PromiseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                promises.make(viewer, form.command(id));
                Flash.said(redirect, "promises.made");
                return "redirect:/contacts/" + contact;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    private String page(Viewer viewer, ContactId id, Model model) {
        ContactName contact = sight.stillKnown(viewer, id);
        model.addAttribute("contact", contact);
        model.addAttribute("promises", promises.ofContact(viewer, id));
        model.addAttribute("settled", promises.settledOf(viewer, id));
        model.addAttribute("sides", sides(viewer, contact));
        model.addAttribute("days", organisation.current().week().suggestedAfter(say.today()));
        return "promises/promises";
    }

    private List<Option> sides(Viewer viewer, ContactName contact) {
        return List.of(
                new Option("US", messages.getMessage("promises.side.us", null, viewer.locale())),
                new Option("THEM", contact.givenName().isEmpty() ? contact.name() : contact.givenName()));
    }
}
