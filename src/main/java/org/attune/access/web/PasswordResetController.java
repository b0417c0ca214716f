package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PasswordResets;
import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The link somebody asked for who has forgotten their password. It lets nobody in: they sign in with the new one afterwards. */
@Controller
@RequestMapping("/password-resets/{secret}")
@OpenTo(Audience.ANYONE)
class PasswordResetController {

    private final PasswordResets resets;

    PasswordResetController(PasswordResets resets) {
        this.resets = resets;
    }

    record Form(@NotNull @Nullable Secret password) {}

    @GetMapping
    String show(@PathVariable String secret, Model model) {
        model.addAttribute("form", new Form(null));
        return page(secret, model);
    }

    @PostMapping
    String choose(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                resets.choose(secret, Objects.requireNonNull(form.password()).typed());
                return "redirect:/sign-in?chosen";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(secret, model);
    }

    private String page(String secret, Model model) {
        resets.check(secret);
        model.addAttribute("secret", secret);
        return "access/password-reset";
    }
}
