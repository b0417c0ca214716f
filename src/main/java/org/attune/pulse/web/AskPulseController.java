package org.attune.pulse.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.platform.web.Flash;
import org.attune.pulse.AskPulse;
import org.attune.pulse.Pulses;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks somebody for a pulse by a link, and takes the link back. */
@Controller
@RequestMapping("/contacts/{contact}/pulses")
@OpenTo(Audience.SELLERS)
class AskPulseController {

    private final Pulses pulses;

    AskPulseController(Pulses pulses) {
        this.pulses = pulses;
    }

    @PostMapping
    String ask(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "14") int days,
            RedirectAttributes redirect) {
        pulses.ask(viewer, new AskPulse(new OutsideLinkId(id), new ContactId(contact), days));
        Flash.said(redirect, "pulse.asked");
        return back(contact);
    }

    @PostMapping("/{link}/ending")
    String end(Viewer viewer, @PathVariable UUID contact, @PathVariable UUID link, RedirectAttributes redirect) {
        pulses.end(viewer, new OutsideLinkId(link));
        Flash.said(redirect, "pulse.ended");
        return back(contact);
    }

    private static String back(UUID contact) {
        return "redirect:/contacts/" + contact + "#pulse";
    }
}
