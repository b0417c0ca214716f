package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Hunches;
import org.attune.conversations.Research;
import org.attune.people.ContactId;
import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final ConversationPage page;

    PrepareController(Assumptions assumptions, Hunches hunches, Research research, ConversationPage page) {
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.research = research;
        this.page = page;
    }

    @PostMapping("/contacts/{contact}/assumptions")
    String assume(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam("conversation") UUID conversation,
            @ModelAttribute(ConversationPage.ASSUME) GuessForm form,
            BindingResult errors,
            ModelMap model,
            HttpServletResponse response) {
        Written written = new Written(viewer, new ConversationId(conversation), errors);
        return keep(
                written,
                () -> assumptions.make(viewer, form.made(), new ContactId(contact), form.typed()),
                model,
                response);
    }

    @PostMapping("/contacts/{contact}/hunches")
    String hunch(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam("conversation") UUID conversation,
            @ModelAttribute(ConversationPage.HUNCH) GuessForm form,
            BindingResult errors,
            ModelMap model,
            HttpServletResponse response) {
        Written written = new Written(viewer, new ConversationId(conversation), errors);
        return keep(
                written,
                () -> hunches.have(viewer, form.made(), new ContactId(contact), form.typed()),
                model,
                response);
    }

    @PostMapping("/contacts/{contact}/research")
    String research(
            Viewer viewer,
            @PathVariable("contact") UUID contact,
            @RequestParam("conversation") UUID conversation,
            @ModelAttribute(ConversationPage.LOOKED_UP) LookedUpForm form,
            BindingResult errors,
            ModelMap model,
            HttpServletResponse response) {
        Written written = new Written(viewer, new ConversationId(conversation), errors);
        return keep(
                written,
                () -> research.note(viewer, form.made(), new ContactId(contact), form.found(), form.where()),
                model,
                response);
    }

    /** A form by whom and beside which conversation. */
    private record Written(Viewer by, ConversationId beside, BindingResult errors) {}

    private String keep(Written form, Runnable keeping, ModelMap model, HttpServletResponse response) {
        if (!form.errors().hasErrors()) {
            try {
                keeping.run();
                return "redirect:/conversations/" + form.beside().value();
            } catch (NotTaken refused) {
                FormErrors.add(form.errors(), refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("unfinished", form.errors().getObjectName());
        return page.show(form.by(), form.beside(), null, model);
    }
}
