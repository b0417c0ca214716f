package org.attune.conversations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.MergeThemes;
import org.attune.conversations.TendedTheme;
import org.attune.conversations.TendedThemes;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One theme becomes part of another: first what it would do, in numbers; then it is done; for a day it is taken back. */
@Controller
@RequestMapping("/admin/themes")
@OpenTo(Audience.ADMINS)
class ThemeMergeController {

    private final TendedThemes themes;
    private final MessageSource messages;

    ThemeMergeController(TendedThemes themes, MessageSource messages) {
        this.themes = themes;
        this.messages = messages;
    }

    @GetMapping("/{theme}/merge")
    String preview(
            @PathVariable UUID theme,
            @RequestParam(required = false) @Nullable UUID into,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("theme", themes.find(theme)).addAttribute("others", themes.others(theme));
        if (into != null) {
            try {
                model.addAttribute("preview", themes.preview(theme, into)).addAttribute("id", Ids.next());
            } catch (RuleRefused refused) {
                return refused(refused, model, response);
            }
        }
        return "conversations/theme-merge";
    }

    @PostMapping("/{theme}/merge")
    String merge(
            Viewer viewer,
            @PathVariable UUID theme,
            @RequestParam UUID id,
            @RequestParam UUID into,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TendedTheme goes = themes.find(theme);
        try {
            themes.merge(viewer, new MergeThemes(id, theme, into));
            Flash.said(
                            redirect,
                            "conversations.themes.merged.said",
                            goes.name(),
                            themes.find(into).name())
                    .undo("/admin/themes/merges/" + id + "/undo");
            return "redirect:/admin/themes/" + into;
        } catch (RuleRefused refused) {
            model.addAttribute("theme", goes).addAttribute("others", themes.others(theme));
            return refused(refused, model, response);
        }
    }

    @PostMapping("/merges/{merge}/undo")
    String undo(Viewer viewer, @PathVariable UUID merge, RedirectAttributes redirect) {
        TendedTheme back = themes.undo(viewer, merge);
        Flash.said(redirect, "conversations.themes.undone", back.name());
        return "redirect:/admin/themes/" + back.id();
    }

    private String refused(RuleRefused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "wrong",
                messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale()));
        return "conversations/theme-merge";
    }
}
