package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PasswordResets;
import org.attune.access.PersonView;
import org.attune.access.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows a form that could not be taken to whoever sent it: to sign in and then send it, or to send it right away. */
@Controller
@OpenTo(Audience.ANYONE)
class UnsentController {

    private final Caller caller;
    private final Demo demo;
    private final Users users;
    private final Provider provider;
    private final PasswordResets resets;

    UnsentController(Caller caller, Demo demo, Users users, Provider provider, PasswordResets resets) {
        this.caller = caller;
        this.demo = demo;
        this.users = users;
        this.provider = provider;
        this.resets = resets;
    }

    @ModelAttribute("demoPeople")
    List<PersonView> demoPeople(HttpServletRequest request) {
        return demo.isFor(request) ? users.withoutPassword() : List.of();
    }

    @ModelAttribute("elsewhere")
    @Nullable
    String elsewhere() {
        return provider.name();
    }

    @ModelAttribute("resets")
    boolean resets() {
        return resets.arePossible();
    }

    @PostMapping(Unsent.PAGE)
    String keep(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Unsent> unsent = Unsent.sentOn(request);
        if (unsent.isEmpty()) {
            return "redirect:" + LocalPath.HOME;
        }
        Unsent kept = unsent.get();
        boolean signedIn = caller.of(request).isPresent();
        model.addAttribute("unsent", kept);
        if (signedIn || kept.isForStrangers()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "access/unsent";
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        return signIn(kept, model);
    }

    /** The sign-in itself is only filled in again. */
    private static String signIn(Unsent kept, Model model) {
        boolean itself = kept.path().equals("/sign-in");
        String email = itself ? kept.value("email") : null;
        String to = itself ? LocalPath.of(kept.value("to")) : kept.back();
        model.addAttribute("form", new SignInForm(email, null, null, to));
        if (itself) {
            model.asMap().remove("unsent");
        }
        return "access/sign-in";
    }
}
