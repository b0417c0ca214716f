package org.attune.nurture.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.Stops;
import org.attune.people.ContactId;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A stop is undone, as long as that is possible. */
@Controller
@OpenTo(Audience.SELLERS)
class StopController {

    private final Stops stops;

    StopController(Stops stops) {
        this.stops = stops;
    }

    @PostMapping("/stops/{stop}/undoing")
    String undo(Viewer viewer, @PathVariable UUID stop, RedirectAttributes redirect) {
        ContactId contact = stops.undo(viewer, stop);
        Flash.said(redirect, "nurture.stop.undone");
        return "redirect:/contacts/" + contact.value();
    }
}
