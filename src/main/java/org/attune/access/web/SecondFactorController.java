package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Passwords;
import org.attune.access.SecondFactorView;
import org.attune.access.SecondFactors;
import org.attune.access.SignedIn;
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

    @GetMapping
    String show(SignedIn self, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("begin", new PasswordForm(null));
        return page(self, request, response, model);
    }

    @PostMapping
    String begin(
            SignedIn self,
            @Valid @ModelAttribute("begin") PasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            factors.begin(self.viewer(), form.typed(), from(request));
            return "redirect:" + HERE;
        } catch (NotTaken refused) {
            return again(self, errors, refused, request, response, model);
        }
    }

    @PostMapping("/confirmation")
    String confirm(
            SignedIn self,
            @Valid @ModelAttribute("confirm") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return again(self, errors, null, request, response, model);
        }
        try {
            List<String> codes = factors.confirm(self.viewer(), form.typed(), from(request));
            entrance.hasProved(self.viewer().id(), request, response);
            return codes(codes, model, response);
        } catch (NotTaken refused) {
            return again(self, errors, refused, request, response, model);
        }
    }

    @PostMapping("/recovery-codes")
    String renew(
            SignedIn self,
            @Valid @ModelAttribute("renew") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            return again(self, errors, null, request, response, model);
        }
        try {
            return codes(factors.renewCodes(self.viewer(), form.typed(), from(request)), model, response);
        } catch (NotTaken refused) {
            return again(self, errors, refused, request, response, model);
        }
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
        if (errors.hasErrors()) {
            return again(self, errors, null, request, response, model);
        }
        try {
            factors.end(self.viewer(), form.typed(), Objects.requireNonNull(form.code()), from(request));
            Flash.said(redirect, "access.second-factor.ended");
            return "redirect:" + HERE;
        } catch (NotTaken refused) {
            return again(self, errors, refused, request, response, model);
        }
    }

    /** Shown in the answer itself, and never again. */
    private static String codes(List<String> codes, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("codes", codes);
        return "access/recovery-codes";
    }

    private String again(
            SignedIn self,
            BindingResult errors,
            @Nullable NotTaken refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (refused != null) {
            FormErrors.add(errors, refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(self, request, response, model);
    }

    private String page(SignedIn self, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        SecondFactorView own = factors.of(self);
        model.addAttribute("own", own)
                .addAttribute("first", caller.hasToSetUp(request))
                .addAttribute("zone", self.viewer().zone())
                .addAttribute("hasPassword", passwords.areChosenBy(self.viewer()))
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

    private static Address from(HttpServletRequest request) {
        return new Address(request.getRemoteAddr());
    }
}
