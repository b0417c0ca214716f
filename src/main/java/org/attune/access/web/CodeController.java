package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.access.Address;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.SecondFactors;
import org.attune.access.SecondProof;
import org.attune.access.UserId;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second half of signing in: the code of an app, or one that was kept for when it is lost. */
@Controller
@RequestMapping(CodeController.HERE)
@OpenTo(Audience.ANYONE)
class CodeController {

    static final String HERE = "/sign-in/code";

    private final SecondFactors factors;
    private final Entrance entrance;
    private final Caller caller;

    CodeController(SecondFactors factors, Entrance entrance, Caller caller) {
        this.factors = factors;
        this.entrance = entrance;
        this.caller = caller;
    }

    record Form(
            @NotNull @Size(max = 40) @Nullable String code,
            @Nullable String to) {}

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
        if (caller.of(request).isPresent()) {
            return "redirect:" + LocalPath.of(to);
        }
        if (caller.onTheThreshold(request).isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("form", new Form(null, LocalPath.of(to)));
        return "access/code";
    }

    @PostMapping
    String prove(
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UserId user = caller.onTheThreshold(request)
                .map(person -> person.viewer().id())
                .orElse(null);
        if (user == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("unsent", Unsent.carried(request).orElse(null));
        if (!errors.hasErrors()) {
            try {
                String code = Objects.requireNonNull(form.code());
                SecondProof proof = factors.prove(user, code, new Address(request.getRemoteAddr()));
                entrance.letIn(user, proof, request, response);
                return SignInController.afterwards(request, LocalPath.of(form.to()));
            } catch (RuleRefused refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "access/code";
    }
}
