package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.correspondence.Letters;
import org.attune.nurture.OpenFromReaction;
import org.attune.nurture.SameWords;
import org.attune.nurture.TouchTalks;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.Ids;
import org.attune.platform.web.Flash;
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

/** One touch: how it was received, the conversation that opened, or that it should not have been noted. */
@Controller
@RequestMapping("/touches/{touch}")
@OpenTo(Audience.SELLERS)
class TouchController {

    private final Touches touches;
    private final TouchTalks talks;
    private final SameWords same;
    private final ContactSight sight;
    private final TouchOptions options;
    private final Letters letters;

    TouchController(
            Touches touches,
            TouchTalks talks,
            SameWords same,
            ContactSight sight,
            TouchOptions options,
            Letters letters) {
        this.touches = touches;
        this.talks = talks;
        this.same = same;
        this.sight = sight;
        this.options = options;
        this.letters = letters;
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
        boolean canOpen = received.reactionWords() != null && received.conversation() == null;
        return "redirect:"
                + (canOpen
                        ? "/touches/" + touch
                        : "/contacts/" + received.contact().value());
    }

    /** What they said becomes the beginning of a conversation. */
    @PostMapping("/conversation")
    String open(
            Viewer viewer, @PathVariable UUID touch, @RequestParam UUID conversation, @RequestParam Channel channel) {
        ConversationId opened =
                talks.open(viewer, new OpenFromReaction(touch, new ConversationId(conversation), channel));
        return "redirect:/conversations/" + opened.value();
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
        model.addAttribute("reactions", options.reactions(viewer));
        model.addAttribute("channels", options.channels(viewer));
        model.addAttribute("likely", TouchTalks.likely(touch.kind(), touch.letter() != null));
        model.addAttribute("conversation", Ids.next());
        model.addAttribute("same", same.others(viewer, touch));
        if (touch.canBeTriedAgain()) {
            model.addAttribute("addresses", options.addresses(viewer, touch.contact()));
            model.addAttribute(
                    "writtenTo", letters.writtenTo(viewer, touch.id()).orElse(null));
        }
        return "nurture/touch";
    }
}
