package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.voice.Addressee;
import org.attune.voice.Answerers;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who answers what customers say, for the admin who names them. */
@Controller
@RequestMapping("/admin/organisation/answerers")
@OpenTo(Audience.ADMINS)
class AnswerersController {

    private static final int MOST = 8;

    private final Answerers answerers;
    private final AnswererChoices choices;

    AnswerersController(Answerers answerers, AnswererChoices choices) {
        this.answerers = answerers;
        this.choices = choices;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", AnswerersForm.of(answerers.all(), answerers.version()));
        return page(null, model);
    }

    @PostMapping
    String name(
            Viewer admin,
            @Valid @ModelAttribute("form") @Nullable AnswerersForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form != null && named(admin, form, errors)) {
            Flash.said(redirect, "voice.answerers.kept");
            return "redirect:/admin/organisation/answerers";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, model);
    }

    private boolean named(Viewer admin, AnswerersForm form, BindingResult errors) {
        Map<Addressee, TreeSet<UUID>> meant = errors.hasErrors() ? Map.of() : choices.meant(form, errors);
        if (errors.hasErrors()) {
            return false;
        }
        try {
            answerers.name(admin, meant, form.version() == null ? 0 : form.version());
            return true;
        } catch (NotTaken refused) {
            FormErrors.add(errors, refused);
            return false;
        }
    }

    private String page(@Nullable AnswerersForm form, Model model) {
        model.addAttribute("people", choices.offered(answerers.all(), form == null ? Map.of() : form.ticked()));
        return "voice/answerers";
    }

    /** Completes whichever of the three is being typed. */
    @GetMapping("/suggestions")
    String suggestions(
            @RequestParam(required = false) @Nullable String marketingToo,
            @RequestParam(required = false) @Nullable String productToo,
            @RequestParam(required = false) @Nullable String managementToo,
            Model model) {
        String typed = Stream.of(
                        Optional.ofNullable(marketingToo),
                        Optional.ofNullable(productToo),
                        Optional.ofNullable(managementToo))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        model.addAttribute("words", choices.like(typed, MOST));
        return "people/contact-form :: suggestions";
    }
}
