package org.attune.access.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Invitations;
import org.attune.access.OpenTo;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
import org.attune.mail.Mail;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How it stands with mail, for the admin, and a test of it. */
@Controller
@RequestMapping("/admin/mail")
@OpenTo(Audience.ADMINS)
class MailController {

    private final Mail mail;
    private final Invitations invitations;

    MailController(Mail mail, Invitations invitations) {
        this.mail = mail;
        this.invitations = invitations;
    }

    @GetMapping
    String show(Viewer self, Model model) {
        model.addAttribute("status", mail.status())
                .addAttribute("letter", mail.last(self.uuid(), "test").orElse(null));
        return "access/mail";
    }

    @PostMapping("/test")
    String test(SignedIn self, @RequestParam UUID letter, RedirectAttributes redirect) {
        if (!mail.isConfigured()) {
            throw new NotSeen("mail");
        }
        invitations.test(self.viewer(), letter);
        Flash.said(redirect, "access.mail.test.said", self.email());
        return "redirect:/admin/mail";
    }
}
