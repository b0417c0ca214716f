package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ThemeView;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.voice.ThemeSorting;
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

/** Turns without a theme, one after the other. */
@Controller
@RequestMapping("/voice/sorting")
@OpenTo(Audience.SELLERS)
class SortingController {

    private static final int KEY = 200;

    private static final int OFFERED = 200;

    private final ThemeSorting sorting;
    private final Themes themes;
    private final MessageSource messages;

    SortingController(ThemeSorting sorting, Themes themes, MessageSource messages) {
        this.sorting = sorting;
        this.themes = themes;
        this.messages = messages;
    }

    /** @param after the one before is left for later */
    @GetMapping
    String next(Listening heard, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("found", sorting.next(heard.filter(), after).orElse(null))
                .addAttribute("known", themes.suggestions("", OFFERED))
                .addAttribute("here", "/voice/sorting");
        return "voice/sorting";
    }

    /** @param after where to go on, behind what is left for later */
    @PostMapping("/{turn}")
    String give(
            Viewer viewer,
            Listening heard,
            @PathVariable UUID turn,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String after,
            RedirectAttributes redirect,
            Model model,
            HttpServletResponse response) {
        String typed = Objects.requireNonNullElse(theme, "");
        try {
            ThemeView given = sorting.give(viewer, new TurnId(turn), typed);
            Flash.said(redirect, "voice.sorting.given", given.name())
                    .undo("/voice/sorting/" + turn + "/undo?theme=" + given.id());
            return on(heard, after);
        } catch (RuleRefused refused) {
            model.addAttribute(
                            "wrong",
                            messages.getMessage(
                                    refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale()))
                    .addAttribute("typed", typed)
                    .addAttribute("found", sorting.one(viewer, new TurnId(turn)))
                    .addAttribute("known", themes.suggestions("", OFFERED))
                    .addAttribute("here", "/voice/sorting");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "voice/sorting";
        }
    }

    /** None of the themes, and none worth making. */
    @PostMapping("/{turn}/none")
    String pass(
            Viewer viewer,
            Listening heard,
            @PathVariable UUID turn,
            @RequestParam(required = false) @Nullable String after,
            RedirectAttributes redirect) {
        sorting.pass(viewer, new TurnId(turn));
        Flash.said(redirect, "voice.sorting.passed").undo("/voice/sorting/" + turn + "/undo");
        return on(heard, after);
    }

    @PostMapping("/{turn}/undo")
    String undo(
            Viewer viewer,
            @PathVariable UUID turn,
            @RequestParam(required = false) @Nullable UUID theme,
            RedirectAttributes redirect) {
        sorting.takeBack(viewer, new TurnId(turn), theme);
        Flash.said(redirect, "voice.sorting.undone");
        return "redirect:/voice/sorting";
    }

    /** A key is short; whatever is longer is none, and too long for an address. */
    private static String on(Listening heard, @Nullable String after) {
        boolean isKey = after != null && !after.isBlank() && after.length() <= KEY;
        return "redirect:" + (isKey ? heard.sortingAfter(Objects.requireNonNull(after)) : heard.sorting());
    }
}
