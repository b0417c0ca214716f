package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.TouchKind;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
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

/** What was done for somebody beside conversations. */
@Controller
@RequestMapping("/contacts/{contact}/touches")
@OpenTo(Audience.SELLERS)
class TouchesController {

    private static final int SHOWN = 100;

    private final Touches touches;
    private final ContactSight sight;
    private final MessageSource messages;
    private final Clock clock;

    TouchesController(Touches touches, ContactSight sight, MessageSource messages, Clock clock) {
        this.touches = touches;
        this.sight = sight;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String page(Viewer viewer, @PathVariable UUID contact, Model model) {
        model.addAttribute("form", TouchForm.empty());
        return page(viewer, new ContactId(contact), model);
    }

    /**
     * Notes a touch; "not reached" is the same with two hidden fields and no words.
     *
     * @param from where the person is and comes back to: {@code today}, or else the contact
     */
    @PostMapping
    String note(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") TouchForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "contact") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
                TouchView touch = touches.note(viewer, form.command(id, viewer.zone(), today));
                boolean tried = touch.kind() == TouchKind.TRIED_TO_REACH;
                Flash.said(redirect, tried ? "nurture.touch.tried" : "nurture.touch.noted")
                        .undo("/touches/" + touch.id() + "/reversal");
                return from.equals("today") ? "redirect:/" : "redirect:/contacts/" + contact;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    private String page(Viewer viewer, ContactId id, Model model) {
        model.addAttribute("contact", sight.stillKnown(viewer, id));
        model.addAttribute("touches", touches.ofContact(viewer, id, SHOWN));
        model.addAttribute("kinds", kinds(viewer));
        return "nurture/touches";
    }

    private List<Option> kinds(Viewer viewer) {
        return Arrays.stream(TouchKind.values())
                .map(kind -> new Option(
                        kind.name(), messages.getMessage("nurture.kind." + kind.word(), null, viewer.locale())))
                .toList();
    }
}
