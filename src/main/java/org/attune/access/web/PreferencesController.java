package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Passwords;
import org.attune.access.SecondFactor;
import org.attune.access.SignedIn;
import org.attune.access.Theme;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.Language;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody may change about themselves: how Attune looks to them, their password, and where they are signed in. */
@Controller
@RequestMapping("/preferences")
@OpenTo(Audience.SIGNED_IN)
class PreferencesController {

    private final Users users;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final Words words;

    PreferencesController(Users users, Passwords passwords, OpenSessions sessions, Words words) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.words = words;
    }

    record PasswordForm(
            @NotNull @Nullable Secret old,
            @NotNull @Nullable Secret chosen) {}

    @GetMapping
    String show(SignedIn self, HttpServletRequest request, Model model) {
        model.addAttribute("form", PreferencesForm.of(self));
        model.addAttribute("passwordForm", new PasswordForm(null, null));
        return page(self, request, model);
    }

    @PostMapping
    String change(
            SignedIn self,
            @Valid @ModelAttribute("form") PreferencesForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()
                && !Choices.writesFigures(form.region(), self.viewer().locale())) {
            errors.rejectValue("region", "typeMismatch");
        }
        if (!errors.hasErrors()) {
            try {
                change(self.viewer(), form);
                Flash.said(redirect, "access.preferences.kept");
                return "redirect:/preferences";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("passwordForm", new PasswordForm(null, null));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(self, request, model);
    }

    private void change(Viewer self, PreferencesForm form) {
        users.change(self, form.command());
        if (form.hat() != null && self.sells()) {
            users.wear(self, form.hat());
        }
    }

    @PostMapping("/password")
    String changePassword(
            SignedIn self,
            @Valid @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                change(self.viewer(), form, request);
                Flash.said(redirect, "access.password.changed");
                return "redirect:/preferences";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("form", PreferencesForm.of(self));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(self, request, model);
    }

    private void change(Viewer self, PasswordForm form, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        passwords.change(
                self,
                Objects.requireNonNull(form.old()).typed(),
                Objects.requireNonNull(form.chosen()).typed(),
                session == null ? "" : session.getId(),
                new Address(request.getRemoteAddr()));
    }

    /** This session too, so that the next click shows it worked. */
    @PostMapping("/sessions/end")
    String signOutEverywhere(Viewer viewer, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        passwords.endSessions(viewer.id());
        return "redirect:/sign-in?signed-out";
    }

    private String page(SignedIn self, HttpServletRequest request, Model model) {
        model.addAttribute("email", self.email())
                .addAttribute("sells", self.viewer().sells())
                .addAttribute("secondFactor", self.secondFactor() == SecondFactor.ON)
                .addAttribute("sessions", sessions.of(self.viewer().id(), request.getSession(false)))
                .addAttribute("zones", Choices.zones(self.viewer().zone()))
                .addAttribute("languages", words.of("access.language.", Language.values()))
                .addAttribute("regions", Choices.figures(self.viewer().locale()))
                .addAttribute("themes", words.of("access.theme.", Theme.values()))
                .addAttribute("hats", words.of("platform.hat.", Hat.values()));
        return "access/preferences";
    }
}
