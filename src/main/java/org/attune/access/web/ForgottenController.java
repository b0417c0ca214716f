package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PasswordResets;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asking for a link because one has forgotten one's password; only where there is mail to send it. */
@Controller
@RequestMapping("/sign-in/forgotten")
@OpenTo(Audience.ANYONE)
class ForgottenController {

    private final PasswordResets resets;

    ForgottenController(PasswordResets resets) {
        this.resets = resets;
    }

    record Form(@NotNull @Email @Size(max = 254) @Nullable String email) {}

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new Form(null));
        return page();
    }

    /** The same answer whether anybody here has that address or not. */
    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page();
        }
        resets.ask(Objects.requireNonNull(form.email()), new Address(request.getRemoteAddr()));
        return "redirect:/sign-in?asked";
    }

    private String page() {
        if (!resets.arePossible()) {
            throw new NotSeen("forgotten");
        }
        return "access/forgotten";
    }
}
