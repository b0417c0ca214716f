package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.attune.access.Audience;
import org.attune.access.Colleague;
import org.attune.access.Invitations;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
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

/** The link with which somebody chooses a password. Whoever has it is let in, once. */
@Controller
@RequestMapping("/invitations/{secret}")
@OpenTo(Audience.ANYONE)
class InvitationController {

    private final Invitations invitations;
    private final Entrance entrance;

    InvitationController(Invitations invitations, Entrance entrance) {
        this.invitations = invitations;
        this.entrance = entrance;
    }

    record Form(@NotNull @Nullable Secret password) {}

    @GetMapping
    String show(@PathVariable String secret, Model model) {
        model.addAttribute("form", new Form(null));
        return page(secret, model);
    }

    @PostMapping
    String accept(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                UserId user = invitations.accept(
                        secret, Objects.requireNonNull(form.password()).typed());
                entrance.letIn(Arrival.byLink(user), request, response);
                return "redirect:/preferences";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(secret, model);
    }

    private String page(String secret, Model model) {
        Colleague invited = invitations.invited(secret);
        model.addAttribute("name", invited.name()).addAttribute("secret", secret);
        return "access/invitation";
    }
}
