package org.attune.nurture.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.correspondence.Letters;
import org.attune.nurture.TouchKind;
import org.attune.nurture.TouchLetters;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.Introductions;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows from a touch: a letter goes out once more or came back, and an introduction is remembered. */
@Controller
@RequestMapping("/touches/{touch}")
@OpenTo(Audience.SELLERS)
class TouchLetterController {

    private final Touches touches;
    private final TouchLetters sending;
    private final Letters letters;
    private final Introductions introductions;

    TouchLetterController(Touches touches, TouchLetters sending, Letters letters, Introductions introductions) {
        this.touches = touches;
        this.sending = sending;
        this.letters = letters;
        this.introductions = introductions;
    }

    /** @param address another of theirs; none means the one it was written to */
    @PostMapping("/letter")
    String again(
            Viewer viewer,
            @PathVariable UUID touch,
            @RequestParam(required = false) @Nullable String address,
            RedirectAttributes redirect) {
        sending.again(viewer, touch, address);
        Flash.said(redirect, "nurture.letter.written");
        return "redirect:/touches/" + touch;
    }

    /** As somebody noted by hand, who found it in their own mailbox. */
    @PostMapping("/return")
    String cameBack(Viewer viewer, @PathVariable UUID touch, RedirectAttributes redirect) {
        letters.cameBack(viewer, touch);
        Flash.said(redirect, "nurture.letter.returned.noted");
        return "redirect:/touches/" + touch;
    }

    /**
     * Whoever brought us the other.
     *
     * @param theirs whether it was the one they were introduced to who brought them
     */
    @PostMapping("/introduction")
    String remember(
            Viewer viewer,
            @PathVariable UUID touch,
            @RequestParam(defaultValue = "false") boolean theirs,
            RedirectAttributes redirect) {
        TouchView found = touches.find(viewer, touch);
        if (found.kind() != TouchKind.INTRODUCTION || found.about() == null) {
            throw new NotSeen("introduction " + touch);
        }
        ContactId other = new ContactId(found.about().id());
        ContactId brought = theirs ? found.contact() : other;
        introductions.note(viewer, Ids.next(), theirs ? other : found.contact(), brought, null, found.words());
        Flash.said(redirect, "nurture.introduction.noted");
        return "redirect:/contacts/" + brought.value() + "/introductions";
    }
}
