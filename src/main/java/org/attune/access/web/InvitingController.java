package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PersonView;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.mail.Mail;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A link to choose a password for somebody, made by an admin: to hand over, or by mail. An earlier one no longer works. */
@Controller
@RequestMapping("/admin/people/{id}/invitation")
@OpenTo(Audience.ADMINS)
class InvitingController {

    private final Users users;
    private final Inviting inviting;
    private final Mail mail;

    InvitingController(Users users, Inviting inviting, Mail mail) {
        this.users = users;
        this.inviting = inviting;
        this.mail = mail;
    }

    @PostMapping
    String handOver(Viewer admin, @PathVariable UUID id, Model model, HttpServletResponse response) {
        return inviting.handOver(admin, person(id), model, response);
    }

    @PostMapping("/letter")
    String send(Viewer admin, @PathVariable UUID id, @RequestParam UUID letter, RedirectAttributes redirect) {
        PersonView person = person(id);
        if (!mail.isConfigured()) {
            throw new NotSeen("mail");
        }
        return inviting.send(admin, person, letter, redirect);
    }

    private PersonView person(UUID id) {
        return users.person(new UserId(id)).orElseThrow(() -> new NotSeen("user"));
    }
}
