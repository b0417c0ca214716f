package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.PasswordResets;
import org.attune.access.Passwords;
import org.attune.access.PersonView;
import org.attune.access.SetUp;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: by e-mail address and password, and in the demo by a click. Signing out is the security filter's. */
@Controller
@OpenTo(Audience.ANYONE)
class SignInController {

    private static final List<String> DONE = List.of("signed-out", "asked", "chosen");

    private final Passwords passwords;
    private final Users users;
    private final SetUp setUp;
    private final Entrance entrance;
    private final Demo demo;
    private final Caller caller;
    private final Provider provider;
    private final PasswordResets resets;

    SignInController(
            Passwords passwords,
            Users users,
            SetUp setUp,
            Entrance entrance,
            Demo demo,
            Caller caller,
            Provider provider,
            PasswordResets resets) {
        this.passwords = passwords;
        this.users = users;
        this.setUp = setUp;
        this.entrance = entrance;
        this.demo = demo;
        this.caller = caller;
        this.provider = provider;
        this.resets = resets;
    }

    /** Those whom one can be in the demo. */
    @ModelAttribute("demoPeople")
    List<PersonView> demoPeople(HttpServletRequest request) {
        return demo.isFor(request) ? users.withoutPassword() : List.of();
    }

    /** What stands on the button for signing in elsewhere, if there is one. */
    @ModelAttribute("elsewhere")
    @Nullable
    String elsewhere() {
        return provider.name();
    }

    /** Whether whoever has forgotten their password can help themselves. */
    @ModelAttribute("resets")
    boolean resets() {
        return resets.arePossible();
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
        if (setUp.isNeeded()) {
            return "redirect:/set-up";
        }
        if (caller.of(request).isPresent()) {
            return "redirect:" + LocalPath.of(to);
        }
        model.addAttribute("form", new SignInForm(null, null, null, LocalPath.of(to)));
        model.addAttribute("refused", ComingBack.reason(request.getParameter("refused")));
        model.addAttribute("done", done(request));
        return "access/sign-in";
    }

    /** What one has just done that led here. */
    private static @Nullable String done(HttpServletRequest request) {
        return DONE.stream()
                .filter(what -> request.getParameter(what) != null)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/sign-in")
    String signIn(
            @Valid @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("unsent", Unsent.carried(request).orElse(null));
        Optional<UserId> user = errors.hasErrors()
                ? Optional.empty()
                : passwords.recognise(
                        Objects.requireNonNull(form.email()),
                        Objects.requireNonNull(form.password()).typed(),
                        new Address(request.getRemoteAddr()));
        if (user.isEmpty()) {
            errors.reject("access.sign-in.refused");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "access/sign-in";
        }
        entrance.letIn(Arrival.byPassword(user.get(), Boolean.TRUE.equals(form.stay())), request, response);
        return caller.onTheThreshold(request).isPresent()
                ? askForCode(LocalPath.of(form.to()), model)
                : afterwards(request, LocalPath.of(form.to()));
    }

    /** On the same page, which may carry what somebody was writing. */
    private static String askForCode(String to, Model model) {
        model.addAttribute("form", new CodeController.Form(null, to));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        return "access/code";
    }

    /** Whoever was writing when the session ended is handed what they wrote. */
    static String afterwards(HttpServletRequest request, String to) {
        return Unsent.carried(request).isPresent() ? "access/unsent" : "redirect:" + to;
    }

    @OpenTo(Audience.DEMO)
    @PostMapping("/demo/sign-in")
    String signInTo(@RequestParam UUID user, HttpServletRequest request, HttpServletResponse response, Model model) {
        PersonView person = users.withoutPassword().stream()
                .filter(one -> one.id().value().equals(user))
                .findAny()
                .orElseThrow(() -> new NotSeen("user"));
        entrance.letIn(Arrival.inTheDemo(person.id()), request, response);
        model.addAttribute("unsent", Unsent.carried(request).orElse(null));
        return afterwards(request, LocalPath.HOME);
    }
}
