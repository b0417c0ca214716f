package org.attune.conversations.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TendedTheme;
import org.attune.conversations.TendedThemes;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One theme: its name, those it had, and what was merged into it. */
@Controller
@RequestMapping("/admin/themes/{theme}")
@OpenTo(Audience.ADMINS)
class ThemeController {

    private final TendedThemes themes;

    ThemeController(TendedThemes themes) {
        this.themes = themes;
    }

    record Form(@Nullable String name, @Nullable Integer version) {}

    @GetMapping
    String theme(@PathVariable UUID theme, Model model) {
        TendedTheme view = themes.find(theme);
        model.addAttribute("form", new Form(view.name(), view.version()));
        return page(view, model);
    }

    @PostMapping
    String rename(
            Viewer viewer,
            @PathVariable UUID theme,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                String name = Objects.requireNonNullElse(form.name(), "");
                themes.rename(viewer, theme, name, Objects.requireNonNullElse(form.version(), -1));
                Flash.said(redirect, "conversations.themes.renamed", name);
                return "redirect:/admin/themes/" + theme;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(themes.find(theme), model);
    }

    @PostMapping("/retirement")
    String retire(@PathVariable UUID theme, RedirectAttributes redirect) {
        TendedTheme retired = themes.retire(theme);
        Flash.said(redirect, "conversations.themes.retired.said", retired.name())
                .undo("/admin/themes/" + theme + "/restoration");
        return "redirect:/admin/themes/" + theme;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable UUID theme, RedirectAttributes redirect) {
        TendedTheme restored = themes.restore(theme);
        Flash.said(redirect, "conversations.themes.restored", restored.name());
        return "redirect:/admin/themes/" + theme;
    }

    private String page(TendedTheme theme, Model model) {
        model.addAttribute("theme", theme)
                .addAttribute("history", themes.history(theme.id()))
                .addAttribute("others", theme.isMerged() ? null : themes.others(theme.id()));
        return "conversations/theme";
    }
}
