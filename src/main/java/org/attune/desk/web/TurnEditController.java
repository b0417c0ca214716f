package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.Exactness;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnView;
import org.attune.conversations.TurnsSeen;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rewording and withdrawing a turn for a day; afterwards, and once it is evidence, corrections beside it. */
@Controller
@RequestMapping("/turns/{turn}")
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

    @GetMapping
    String page(Viewer viewer, @PathVariable("turn") UUID turn, ModelMap model) {
        return show(find(viewer, turn), model);
    }

    @PostMapping("/words")
    String reword(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @ModelAttribute("rewording") RewordingForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            ModelMap model,
            HttpServletResponse response) {
        if (taken(errors, () -> edits.reword(viewer, form.command(new TurnId(turn))))) {
            Flash.said(redirect, "desk.edit.reworded");
            return back(find(viewer, turn));
        }
        return again(find(viewer, turn), errors, model, response);
    }

    @PostMapping("/understanding")
    String understand(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @ModelAttribute("understood") UnderstandingForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            ModelMap model,
            HttpServletResponse response) {
        if (taken(errors, () -> edits.understand(viewer, new TurnId(turn), form.understanding(), form.was()))) {
            Flash.said(redirect, "desk.edit.understood");
            return back(find(viewer, turn));
        }
        return again(find(viewer, turn), errors, model, response);
    }

    @PostMapping("/corrections")
    String correct(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            @ModelAttribute("correction") CorrectionForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            ModelMap model,
            HttpServletResponse response) {
        if (taken(errors, () -> edits.correct(viewer, form.made(), new TurnId(turn), form.typed()))) {
            Flash.said(redirect, "desk.edit.corrected");
            return back(find(viewer, turn));
        }
        return again(find(viewer, turn), errors, model, response);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable("turn") UUID turn,
            RedirectAttributes redirect,
            ModelMap model,
            HttpServletResponse response) {
        TurnView view = find(viewer, turn);
        try {
            edits.withdraw(viewer, new TurnId(turn));
        } catch (RuleRefused refused) {
            model.addAttribute(
                    "problem",
                    messages.getMessage(refused.messageKey(), refused.arguments(), LocaleContextHolder.getLocale()));
            return again(view, model, response);
        }
        Flash.said(redirect, "desk.edit.withdrawn");
        return "redirect:/conversations/" + view.conversation().value();
    }

    private static boolean taken(BindingResult errors, Runnable edit) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            edit.run();
            return true;
        } catch (NotTaken refused) {
            FormErrors.add(errors, refused);
            return false;
        }
    }

    /** What came back is shown even where the turn would not ask for it any more. */
    private static String again(TurnView turn, BindingResult errors, ModelMap model, HttpServletResponse response) {
        model.addAttribute("unfinished", errors.getObjectName());
        return again(turn, model, response);
    }

    private static String again(TurnView turn, ModelMap model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(turn, model);
    }

    /** With forms that hold what stands there, or what came back with errors. */
    private static String show(TurnView turn, ModelMap model) {
        model.addAttribute("turn", turn);
        model.addAttribute("exactnesses", Exactness.values());
        form(model, "rewording", () -> RewordingForm.of(turn));
        form(model, "correction", CorrectionForm::fresh);
        form(model, "understood", () -> UnderstandingForm.of(turn));
        return "desk/conversation/edit";
    }

    private static void form(ModelMap model, String name, Supplier<Object> fresh) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, fresh.get());
        }
    }

    private TurnView find(Viewer viewer, UUID turn) {
        return turns.find(viewer, new TurnId(turn)).orElseThrow(() -> new NotSeen("turn " + turn));
    }

    private static String back(TurnView turn) {
        return "redirect:/conversations/" + turn.conversation().value() + "#t" + turn.seq();
    }
}
