package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.Reaction;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.web.Flash;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One touch: how it was received, or that it should not have been noted. */
@Controller
@RequestMapping("/touches/{touch}")
@OpenTo(Audience.SELLERS)
class TouchController {

    private final Touches touches;
    private final ContactSight sight;
    private final MessageSource messages;

    TouchController(Touches touches, ContactSight sight, MessageSource messages) {
        this.touches = touches;
        this.sight = sight;
        this.messages = messages;
    }

    @GetMapping
    String page(Viewer viewer, @PathVariable UUID touch, Model model) {
        TouchView found = touches.find(viewer, touch);
        model.addAttribute("form", new ReactionForm(found.reaction(), found.reactionWords()));
        return page(viewer, found, model);
    }

    @PostMapping("/reaction")
    String received(
            Viewer viewer,
            @PathVariable UUID touch,
            @Valid @ModelAttribute("form") ReactionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, touches.find(viewer, touch), model);
        }
        TouchView received = touches.received(viewer, touch, Objects.requireNonNull(form.reaction()), form.words());
        Flash.said(redirect, "nurture.reaction.noted");
        return "redirect:/contacts/" + received.contact().value();
    }

    /** Undo. */
    @PostMapping("/reversal")
    String takeBack(Viewer viewer, @PathVariable UUID touch, RedirectAttributes redirect) {
        ContactId contact = touches.takeBack(viewer, touch);
        Flash.said(redirect, "nurture.touch.taken-back");
        return "redirect:/contacts/" + contact.value();
    }

    private String page(Viewer viewer, TouchView touch, Model model) {
        model.addAttribute("touch", touch);
        model.addAttribute("contact", sight.seen(viewer, touch.contact()));
        model.addAttribute("reactions", reactions(viewer));
        return "nurture/touch";
    }

    private List<Option> reactions(Viewer viewer) {
        return Arrays.stream(Reaction.values())
                .map(reaction -> new Option(
                        reaction.name(),
                        messages.getMessage("nurture.reaction." + reaction.word(), null, viewer.locale())))
                .toList();
    }
}
