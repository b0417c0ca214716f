package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.attune.access.Invitations;
import org.attune.access.PersonView;
import org.attune.access.Viewer;
import org.attune.mail.Mail;
import org.attune.platform.BaseAddress;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gets a link to somebody: by mail where there is a mail server, otherwise through the hands of the admin. */
@Component
class Inviting {

    private final Invitations invitations;
    private final Mail mail;
    private final BaseAddress base;

    Inviting(Invitations invitations, Mail mail, BaseAddress base) {
        this.invitations = invitations;
        this.mail = mail;
        this.base = base;
    }

    /** Somebody who was just added. Added once more by the same form, they get the same letter, which is written once. */
    String newcomer(
            Viewer admin, PersonView person, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        if (!mail.isConfigured()) {
            return handOver(admin, person, model, response);
        }
        byte[] name = ("invitation of " + person.id().value()).getBytes(StandardCharsets.UTF_8);
        return send(admin, person, UUID.nameUUIDFromBytes(name), redirect);
    }

    String send(Viewer admin, PersonView person, UUID letter, RedirectAttributes redirect) {
        invitations.send(admin, person.id(), letter);
        Flash.said(redirect, "access.letter.said", person.name());
        return "redirect:/admin/people/" + person.id().value();
    }

    /** Shown in the answer itself: put aside for a redirect, the secret would be kept. Sent again, it is another link. */
    String handOver(Viewer admin, PersonView person, Model model, HttpServletResponse response) {
        String path = "/invitations/" + invitations.invite(admin, person.id());
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("name", person.name());
        model.addAttribute("link", base.of(path).orElseGet(() -> here(path)));
        return "access/invited";
    }

    /** Where nobody has said where people find Attune, the admin's own address is as good as any. */
    private static String here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    /** What became of the last letter with a link, for the page of a person. */
    void tell(@Nullable PersonView person, Model model) {
        boolean mailed = mail.isConfigured();
        model.addAttribute("mailed", mailed);
        if (mailed && person != null) {
            mail.last(person.id().value(), "invitation", "password_link")
                    .ifPresent(letter -> model.addAttribute("letter", letter));
        }
    }
}
