package org.attune.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.figures.FiguresSetting;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sees figures about people, for the admin. */
@Controller
@RequestMapping("/admin/organisation/figures")
@OpenTo(Audience.ADMINS)
class FiguresController {

    private final FiguresAboutPeople figures;
    private final MessageSource messages;

    FiguresController(FiguresAboutPeople figures, MessageSource messages) {
        this.figures = figures;
        this.messages = messages;
    }

    record Form(
            @NotNull @Nullable FiguresLevel level,
            @NotNull @Nullable Integer version) {}

    @GetMapping
    String show(Model model) {
        FiguresSetting now = figures.current();
        model.addAttribute("form", new Form(now.level(), now.number()));
        return page(model);
    }

    @PostMapping
    String settle(
            Viewer admin,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            FiguresLevel level = Objects.requireNonNull(form.level());
            try {
                figures.settle(admin, level, Objects.requireNonNull(form.version()));
                Flash.said(redirect, "figures.said." + level.code());
                return "redirect:/admin/organisation";
            } catch (NotTaken refused) {
                FormErrors.add(errors, inWords(refused, level));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private NotTaken inWords(NotTaken refused, FiguresLevel level) {
        FiguresSetting now = figures.current();
        return refused instanceof ChangedMeanwhile
                ? new ChangedMeanwhile(
                        word("figures.level." + now.level().code()),
                        word("figures.level." + level.code()),
                        now.number())
                : refused;
    }

    private String page(Model model) {
        List<Option> levels = Arrays.stream(FiguresLevel.values())
                .map(level -> new Option(
                        level.name(),
                        word("figures.level." + level.code()),
                        word("figures.level.says." + level.code()),
                        null))
                .toList();
        model.addAttribute("setting", figures.current())
                .addAttribute("reach", figures.reach())
                .addAttribute("levels", levels);
        return "figures/setting";
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
