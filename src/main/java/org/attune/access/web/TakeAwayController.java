package org.attune.access.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PersonView;
import org.attune.access.SecondFactors;
import org.attune.access.SingleSignOn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An admin helps somebody in who has lost what they proved with who they are. */
@Controller
@OpenTo(Audience.ADMINS)
class TakeAwayController {

    private final Users users;
    private final SecondFactors factors;
    private final SingleSignOn singleSignOn;

    TakeAwayController(Users users, SecondFactors factors, SingleSignOn singleSignOn) {
        this.users = users;
        this.factors = factors;
        this.singleSignOn = singleSignOn;
    }

    /** Sent again it changes nothing. */
    @PostMapping("/admin/people/{id}/second-factor/end")
    String takeAwaySecondFactor(Viewer admin, @PathVariable UUID id, RedirectAttributes redirect) {
        PersonView person = users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
        if (person.id().equals(admin.id())) {
            return "redirect:" + SecondFactorController.HERE;
        }
        factors.takeAway(admin, person.id());
        Flash.said(redirect, "access.second-factor.taken-away", person.name());
        return "redirect:/admin/people/" + id;
    }

    /** As the one above. */
    @PostMapping("/admin/people/{id}/single-sign-on/end")
    String unlink(@PathVariable UUID id, RedirectAttributes redirect) {
        PersonView person = users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
        singleSignOn.unlink(person.id());
        Flash.said(redirect, "access.single-sign-on.unlinked", person.name());
        return "redirect:/admin/people/" + id;
    }
}
