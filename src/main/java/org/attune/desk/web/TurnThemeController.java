package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.ThemeView;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnView;
import org.attune.conversations.TurnsSeen;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
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

/** What a heard turn is about. A new name that is much like a known one is pointed out, and taken if it is meant. */
@Controller
@RequestMapping("/turns/{turn}/themes")
@OpenTo(Audience.SELLERS)
class TurnThemeController {

    /** The browser narrows them down as one types. */
    private static final int OFFERED = 200;

    private final Themes themes;
    private final TurnsSeen turns;
    private final MessageSource messages;

    TurnThemeController(Themes themes, TurnsSeen turns, MessageSource messages) {
        this.themes = themes;
        this.turns = turns;
        this.messages = messages;
    }

    @GetMapping
    String themes(Viewer viewer, @PathVariable("turn") UUID turn, Model model) {
        return page(viewer, seen(viewer, turn), model);
    }

    /** @param anyway there is one much like it, and another one is meant */
    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String anyway,
            Model model,
            HttpServletResponse response) {
        TurnView seen = seen(viewer, turn);
        String typed = Objects.requireNonNullElse(theme, "");
        try {
            List<ThemeView> like = anyway == null ? themes.muchLike(typed) : List.of();
            if (like.isEmpty()) {
                themes.add(viewer, seen.id(), typed);
                return back(seen);
            }
            model.addAttribute("like", like);
        } catch (RuleRefused refused) {
            model.addAttribute(
                    "wrong",
                    messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("typed", typed);
        return page(viewer, seen, model);
    }

    @PostMapping("/{theme}/removal")
    String remove(Viewer viewer, @PathVariable("turn") UUID turn, @PathVariable("theme") UUID theme) {
        TurnView seen = seen(viewer, turn);
        themes.remove(viewer, seen.id(), theme);
        return back(seen);
    }

    private TurnView seen(Viewer viewer, UUID turn) {
        return turns.find(viewer, new TurnId(turn)).orElseThrow(() -> new NotSeen("turn " + turn));
    }

    private static String back(TurnView turn) {
        return "redirect:/conversations/" + turn.conversation().value() + "#t" + turn.seq();
    }

    private String page(Viewer viewer, TurnView turn, Model model) {
        model.addAttribute("turn", turn)
                .addAttribute("known", themes.suggestions("", OFFERED))
                .addAttribute("then", themes.calledThen(viewer, turn.id()));
        return "desk/conversation/themes";
    }
}
