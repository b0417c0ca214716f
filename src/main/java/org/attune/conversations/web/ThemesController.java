package org.attune.conversations.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TendedTheme;
import org.attune.conversations.TendedThemes;
import org.attune.conversations.ThemeView;
import org.attune.conversations.Themes;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The organisation's themes: how many turns each has, and new ones. */
@Controller
@RequestMapping("/admin/themes")
@OpenTo(Audience.ADMINS)
class ThemesController {

    private final TendedThemes tended;
    private final Themes themes;

    ThemesController(TendedThemes tended, Themes themes) {
        this.tended = tended;
        this.themes = themes;
    }

    /** @param anyway there is one much like it, and another one is wanted */
    record NewTheme(
            @NotNull @Nullable UUID id,
            @Nullable String name,
            @Nullable String anyway) {

        String typed() {
            return Objects.requireNonNullElse(name, "");
        }
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("form", new NewTheme(Ids.next(), null, null));
        return page(Objects.requireNonNullElse(q, ""), after, model);
    }

    @PostMapping
    String make(
            Viewer viewer,
            @Valid @ModelAttribute("form") NewTheme form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            List<ThemeView> like = form.anyway() == null ? themes.muchLike(form.typed()) : List.of();
            try {
                if (like.isEmpty()) {
                    tended.make(viewer, Objects.requireNonNull(form.id()), form.typed());
                    Flash.said(redirect, "conversations.themes.made", form.typed());
                    return "redirect:/admin/themes/" + form.id();
                }
                model.addAttribute("like", like);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page("", null, model);
    }

    private String page(String q, @Nullable String after, Model model) {
        KeysetPage<TendedTheme> page = tended.all(q, after);
        model.addAttribute("q", q).addAttribute("page", page).addAttribute("next", next(q, page.next()));
        return "conversations/themes";
    }

    private static @Nullable String next(String q, @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath("/admin/themes")
                        .queryParam("q", "{q}")
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(q, after)
                        .toUriString();
    }
}
