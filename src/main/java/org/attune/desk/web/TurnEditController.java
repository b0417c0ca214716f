package org.attune.desk.web;

import java.util.Locale;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Exactness;
import org.attune.conversations.RewordTurn;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnView;
import org.attune.conversations.TurnsSeen;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rewording and withdrawing a turn for a day; afterwards, and once it is evidence, corrections beside it. */
@Controller
@OpenTo(Audience.SELLERS)
class TurnEditController {

    private final TurnEdits edits;
    private final TurnsSeen turns;
    private final MessageSource messages;

    TurnEditController(TurnEdits edits, TurnsSeen turns, MessageSource messages) {
        this.edits = edits;
        this.turns = turns;
        this.messages = messages;
    }

    @GetMapping("/turns/{turn}")
    String page(Viewer viewer, @PathVariable("turn") UUID turn, Model model) {
        TurnView view = find(viewer, turn);
        fill(model, view, view.words(), view.understanding());
        return "desk/conversation/edit";
    }

    @PostMapping("/turns/{turn}/words")
    ModelAndView reword(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam(name = "words", required = false) @Nullable String words,
            @RequestParam(name = "how", required = false) @Nullable String how,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            RedirectAttributes redirect,
            Model model) {
        try {
            edits.reword(viewer, new RewordTurn(new TurnId(turn), words == null ? "" : words, exactness(how), version));
        } catch (RuleRefused refused) {
            return refused(viewer, turn, words, refused, model);
        } catch (ChangedMeanwhile changed) {
            model.addAttribute("meanwhile", changed.kept());
            return again(viewer, turn, words, model, HttpStatus.CONFLICT);
        }
        Flash.said(redirect, "desk.edit.reworded");
        return back(find(viewer, turn));
    }

    @PostMapping("/turns/{turn}/understanding")
    ModelAndView understand(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam(name = "understanding", required = false) @Nullable String understanding,
            RedirectAttributes redirect) {
        edits.understand(viewer, new TurnId(turn), understanding);
        Flash.said(redirect, "desk.edit.understood");
        return back(find(viewer, turn));
    }

    @PostMapping("/turns/{turn}/corrections")
    ModelAndView correct(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @RequestParam("id") UUID id,
            @RequestParam(name = "words", required = false) @Nullable String words,
            RedirectAttributes redirect,
            Model model) {
        try {
            edits.correct(viewer, id, new TurnId(turn), words == null ? "" : words);
        } catch (RuleRefused refused) {
            return refused(viewer, turn, words, refused, model);
        }
        Flash.said(redirect, "desk.edit.corrected");
        return back(find(viewer, turn));
    }

    @PostMapping("/turns/{turn}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable("turn") UUID turn, RedirectAttributes redirect, Model model) {
        TurnView view = find(viewer, turn);
        try {
            edits.withdraw(viewer, new TurnId(turn));
        } catch (RuleRefused refused) {
            return refused(viewer, turn, view.words(), refused, model);
        }
        Flash.said(redirect, "desk.edit.withdrawn");
        return new ModelAndView("redirect:/conversations/" + view.conversation().value());
    }

    private ModelAndView refused(Viewer viewer, UUID turn, @Nullable String typed, RuleRefused refused, Model model) {
        model.addAttribute(
                "problem",
                messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale()));
        return again(viewer, turn, typed, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView again(Viewer viewer, UUID turn, @Nullable String typed, Model model, HttpStatus status) {
        TurnView view = find(viewer, turn);
        fill(model, view, typed, view.understanding());
        return new ModelAndView("desk/conversation/edit", model.asMap(), status);
    }

    private static void fill(Model model, TurnView view, @Nullable String words, @Nullable String understanding) {
        model.addAttribute("turn", view);
        model.addAttribute("words", words);
        model.addAttribute("understanding", understanding);
        model.addAttribute("exactnesses", Exactness.values());
        model.addAttribute("fresh", Ids.next());
    }

    private TurnView find(Viewer viewer, UUID turn) {
        return turns.find(viewer, new TurnId(turn)).orElseThrow(() -> new NotSeen("turn " + turn));
    }

    private static ModelAndView back(TurnView turn) {
        return new ModelAndView("redirect:/conversations/" + turn.conversation().value() + "#t" + turn.seq());
    }

    private static @Nullable Exactness exactness(@Nullable String how) {
        try {
            return how == null ? null : Exactness.valueOf(how.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RuleRefused("desk.composer.how.unknown", "how");
        }
    }
}
