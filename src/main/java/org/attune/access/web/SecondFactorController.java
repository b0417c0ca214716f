package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Passwords;
import org.attune.access.SecondFactorView;
import org.attune.access.SecondFactors;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
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

/** One's own second factor: set up with an app, confirmed by its first code, and ended again. */
@Controller
@RequestMapping(SecondFactorController.HERE)
@OpenTo(Audience.SIGNED_IN)
class SecondFactorController {

    static final String HERE = "/preferences/second-factor";

    private final SecondFactors factors;
    private final Passwords passwords;
    private final Entrance entrance;
    private final Caller caller;

    SecondFactorController(SecondFactors factors, Passwords passwords, Entrance entrance, Caller caller) {
        this.factors = factors;
        this.passwords = passwords;
        this.entrance = entrance;
        this.caller = caller;
    }

    record PasswordForm(@Nullable Secret password) {

        String typed() {
            return password == null ? "" : password.typed();
        }
    }

    record CodeForm(@NotNull @Size(max = 40) @Nullable String code) {

        String typed() {
            return Objects.requireNonNull(code);
        }
    }

    record EndForm(
            @Nullable Secret password,
            @NotNull @Size(max = 40) @Nullable String code) {

        String typed() {
            return password == null ? "" : password.typed();
        }
    }

    /** A request about one's own second factor, and the page it is answered with. */
    private record Sent(SignedIn self, Model model, HttpServletRequest request, HttpServletResponse response) {

        Viewer viewer() {
            return self.viewer();
        }

        Address from() {
            return new Address(request.getRemoteAddr());
        }
    }

    @GetMapping
    String show(SignedIn self, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(new Sent(self, model, request, response));
    }

    @PostMapping
    String begin(
            SignedIn self,
            @Valid @ModelAttribute("begin") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sent sent = new Sent(self, model, request, response);
        return answer(sent, errors, () -> {
            factors.begin(sent.viewer(), form.typed(), sent.from());
            return "redirect:" + HERE;
        });
    }

    @PostMapping("/confirmation")
    String confirm(
            SignedIn self,
            @Valid @ModelAttribute("confirm") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sent sent = new Sent(self, model, request, response);
        return answer(sent, errors, () -> {
            List<String> codes = factors.confirm(sent.viewer(), form.typed(), sent.from());
            entrance.hasProved(sent.viewer().id(), request, response);
            return codes(codes, sent);
        });
    }

    @PostMapping("/recovery-codes")
    String renew(
            SignedIn self,
            @Valid @ModelAttribute("renew") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sent sent = new Sent(self, model, request, response);
        return answer(sent, errors, () -> codes(factors.renewCodes(sent.viewer(), form.typed(), sent.from()), sent));
    }

    @PostMapping("/end")
    String end(
            SignedIn self,
            @Valid @ModelAttribute("end") EndForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Sent sent = new Sent(self, model, request, response);
        return answer(sent, errors, () -> {
            factors.end(sent.viewer(), form.typed(), Objects.requireNonNull(form.code()), sent.from());
            Flash.said(redirect, "access.second-factor.ended");
            return "redirect:" + HERE;
        });
    }

    /** What the deed leads to; the page once more, where the form or a rule has something against it. */
    private String answer(Sent sent, BindingResult errors, Supplier<String> deed) {
        if (!errors.hasErrors()) {
            try {
                return deed.get();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(sent);
    }

    /** Shown in the answer itself, and never again. */
    private static String codes(List<String> codes, Sent sent) {
        sent.response().setHeader("Cache-Control", "no-store");
        sent.model().addAttribute("codes", codes);
        return "access/recovery-codes";
    }

    private String page(Sent sent) {
        sent.response().setHeader("Cache-Control", "no-store");
        SecondFactorView own = factors.of(sent.self());
        Model model = sent.model();
        model.addAttribute("own", own)
                .addAttribute("first", caller.hasToSetUp(sent.request()))
                .addAttribute("zone", sent.viewer().zone())
                .addAttribute("hasPassword", passwords.areChosenBy(sent.viewer()))
                .addAttribute("picture", own.address() == null ? null : QrCode.of(own.address()));
        for (String form : List.of("begin", "confirm", "renew", "end")) {
            if (!model.containsAttribute(form)) {
                model.addAttribute(form, empty(form));
            }
        }
        return "access/second-factor";
    }

    private static Object empty(String form) {
        return switch (form) {
            case "begin" -> new PasswordForm(null);
            case "end" -> new EndForm(null, null);
            default -> new CodeForm(null);
        };
    }
}
