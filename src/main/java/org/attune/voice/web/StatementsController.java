package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.access.Viewer;
import org.attune.platform.FromReplica;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.voice.Addressee;
import org.attune.voice.AnswererView;
import org.attune.voice.Answerers;
import org.attune.voice.SaidBehind;
import org.attune.voice.StatementFilter;
import org.attune.voice.StatementState;
import org.attune.voice.Statements;
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

/** What was put to those who decide, and putting something. */
@Controller
@RequestMapping("/voice/statements")
@OpenTo(Audience.SIGNED_IN)
class StatementsController {

    private static final int PAGE = 20;

    private final Statements statements;
    private final Answerers answerers;
    private final StatementWords words;

    StatementsController(Statements statements, Answerers answerers, StatementWords words) {
        this.statements = statements;
        this.answerers = answerers;
        this.words = words;
    }

    @GetMapping
    @FromReplica
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") String mine,
            @RequestParam(defaultValue = "false") String waiting,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        StatementFilter filter = new StatementFilter(
                StatementState.of(show).orElse(null),
                Addressee.of(to).orElse(null),
                Boolean.parseBoolean(mine),
                Boolean.parseBoolean(waiting));
        List<AnswererView> mineToAnswer = answerers.of(viewer);
        if (!viewer.sells() && viewer.role() != Role.DECIDER && mineToAnswer.isEmpty()) {
            throw new NotSeen("statements");
        }
        model.addAttribute("page", statements.page(viewer, filter, after, PAGE))
                .addAttribute("filter", filter)
                .addAttribute("waitsForMe", statements.waiting(viewer))
                .addAttribute("states", StatementState.values())
                .addAttribute("addressees", Addressee.values())
                .addAttribute("mineToAnswer", mineToAnswer);
        return "voice/statements";
    }

    /** Whoever answers says whether they want a letter. */
    @PostMapping("/letters")
    String letters(Viewer viewer, @RequestParam boolean wanted, RedirectAttributes redirect) {
        answerers.byLetter(viewer, wanted);
        Flash.said(redirect, wanted ? "voice.answerers.letters.on" : "voice.answerers.letters.off");
        return "redirect:/voice/statements";
    }

    /** Begins with a theme or with one turn. */
    @GetMapping("/new")
    @OpenTo(Audience.SELLERS)
    String begin(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID theme,
            @RequestParam(required = false) @Nullable UUID turn,
            Model model) {
        StatementForm form = StatementForm.about(theme, turn);
        model.addAttribute("form", form);
        return page(viewer, form, model);
    }

    @PostMapping
    @OpenTo(Audience.SELLERS)
    String put(
            Viewer viewer,
            @Valid @ModelAttribute("form") @Nullable StatementForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form == null) {
            return again(viewer, StatementForm.about(null, null), model, response);
        }
        if (form.chosen().isEmpty()) {
            errors.rejectValue("turns", "voice.statement.turns.needed");
        }
        if (!errors.hasErrors()) {
            try {
                statements.put(viewer, form.command());
                Flash.said(redirect, "voice.statement.put").undo("/voice/statements/" + form.id() + "/withdrawal");
                return "redirect:/voice/statements/" + form.id();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        return again(viewer, form, model, response);
    }

    private String again(Viewer viewer, StatementForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, form, model);
    }

    private String page(Viewer viewer, StatementForm form, Model model) {
        List<UUID> named = form.turn() == null ? form.chosen() : List.of(form.turn());
        List<SaidBehind> said = statements.couldBePut(viewer, form.theme(), named);
        String theme = form.theme() == null
                ? null
                : statements.themeName(form.theme()).orElseThrow(() -> new NotSeen("theme"));
        model.addAttribute("could", said)
                .addAttribute("themeName", theme)
                .addAttribute("addressees", words.addressees())
                .addAttribute("tell", words)
                .addAttribute(
                        "answered",
                        answerers.all().stream()
                                .map(one -> one.audience().word())
                                .collect(Collectors.toSet()));
        return "voice/statement-new";
    }
}
