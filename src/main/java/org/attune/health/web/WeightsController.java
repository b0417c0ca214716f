package org.attune.health.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.health.Factor;
import org.attune.health.HealthWeights;
import org.attune.health.Weights;
import org.attune.health.WeightsSetting;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** How much each factor of health counts, for the admin: chosen, looked at what it would do, and settled. */
@Controller
@RequestMapping("/admin/organisation/health")
@OpenTo(Audience.ADMINS)
class WeightsController {

    private final HealthWeights weights;
    private final MessageSource messages;

    WeightsController(HealthWeights weights, MessageSource messages) {
        this.weights = weights;
        this.messages = messages;
    }

    /** A factor with what it is called in the form. */
    record Line(String field, Factor factor) {}

    /** @param usual begins with the usual weights instead of those that were settled */
    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean usual, Model model) {
        WeightsSetting now = weights.current();
        Weights chosen = usual ? Weights.usual() : now.weights();
        model.addAttribute("form", WeightsForm.of(chosen, now.number()));
        if (usual) {
            model.addAttribute("effect", weights.effect(chosen));
        }
        return page(model);
    }

    @PostMapping
    String settle(
            Viewer admin,
            @Valid @ModelAttribute("form") WeightsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                weights.settle(admin, form.weights(), Objects.requireNonNull(form.getVersion()));
                Flash.said(redirect, "health.weights.kept");
                return "redirect:/admin/organisation/health";
            } catch (NotTaken refused) {
                FormErrors.add(errors, inWords(refused, form.weights()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    /** Changes nothing. */
    @PostMapping("/effect")
    String effect(
            @Valid @ModelAttribute("form") WeightsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            model.addAttribute("effect", weights.effect(form.weights()));
        }
        return page(model);
    }

    private NotTaken inWords(NotTaken refused, Weights typed) {
        WeightsSetting now = weights.current();
        return refused instanceof ChangedMeanwhile
                ? new ChangedMeanwhile(words(now.weights()), words(typed), now.number())
                : refused;
    }

    private String words(Weights weights) {
        return Arrays.stream(Factor.values())
                .map(factor -> word("health.weights.line", word("health.factor." + factor.code()), weights.of(factor)))
                .collect(Collectors.joining("\n"));
    }

    private String page(Model model) {
        List<Line> lines = Arrays.stream(Factor.values())
                .map(factor -> new Line(WeightsForm.field(factor), factor))
                .toList();
        model.addAttribute("setting", weights.current()).addAttribute("lines", lines);
        return "health/weights";
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
