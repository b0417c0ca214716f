package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Passwords;
import org.attune.access.PersonView;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends sessions: one's own on another device, and as an admin all of somebody's. */
@Controller
@OpenTo(Audience.SIGNED_IN)
class SessionsController {

    private final OpenSessions sessions;
    private final Passwords passwords;
    private final Users users;

    SessionsController(OpenSessions sessions, Passwords passwords, Users users) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.users = users;
    }

    @PostMapping("/preferences/sessions/{session}/end")
    String end(Viewer self, @PathVariable UUID session, RedirectAttributes redirect) {
        sessions.end(self.id(), session);
        Flash.said(redirect, "access.sessions.ended");
        return "redirect:/preferences";
    }

    @PostMapping("/preferences/sessions/others/end")
    String endOthers(Viewer self, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.endOthers(self.id(), request.getSession(false));
        Flash.said(redirect, "access.sessions.others.ended");
        return "redirect:/preferences";
    }

    @PostMapping("/admin/people/{id}/sessions/end")
    @OpenTo(Audience.ADMINS)
    String endAll(@PathVariable UUID id, RedirectAttributes redirect) {
        PersonView person = users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
        passwords.endSessions(person.id());
        Flash.said(redirect, "access.person.signed-out", person.name());
        return "redirect:/admin/people/" + id;
    }
}
