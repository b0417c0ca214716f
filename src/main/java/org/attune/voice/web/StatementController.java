package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.voice.StatementView;
import org.attune.voice.Statements;
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

/** A statement: what it rests on, what those who decide answered, and who was told. For whoever answers, too; rows decide who that is. */
@Controller
@RequestMapping("/voice/statements/{statement}")
@OpenTo(Audience.SIGNED_IN)
class StatementController {

    private final Statements statements;
    private final StatementWords words;

    StatementController(Statements statements, StatementWords words) {
        this.statements = statements;
        this.words = words;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID statement, Model model) {
        StatementView view = statements.find(viewer, statement);
        model.addAttribute("answer", AnswerForm.empty(view.answers().size()));
        return page(view, model);
    }

    @PostMapping("/answers")
    String answer(
            Viewer viewer,
            @PathVariable UUID statement,
            @Valid @ModelAttribute("answer") AnswerForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StatementView view = statements.find(viewer, statement);
        if (!errors.hasErrors()) {
            try {
                statements.answer(viewer, form.command(statement));
                Flash.said(redirect, "voice.answer.given");
                return back(statement);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, model);
    }

    @PostMapping("/withdrawal")
    @OpenTo(Audience.SELLERS)
    String withdraw(Viewer viewer, @PathVariable UUID statement, RedirectAttributes redirect) {
        statements.withdraw(viewer, statement);
        Flash.said(redirect, "voice.statement.withdrawn");
        return "redirect:/voice/statements";
    }

    static String back(UUID statement) {
        return "redirect:/voice/statements/" + Objects.requireNonNull(statement);
    }

    private String page(StatementView view, Model model) {
        model.addAttribute("view", view)
                .addAttribute("resolves", words.resolves())
                .addAttribute("tell", words);
        return "voice/statement";
    }
}
