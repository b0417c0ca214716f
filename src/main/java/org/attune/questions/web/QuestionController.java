package org.attune.questions.web;

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
import org.attune.questions.KeptQuestion;
import org.attune.questions.QuestionBank;
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

/** One question of the bank: its words, those it had, and how each was answered. */
@Controller
@RequestMapping("/admin/questions/{kept}")
@OpenTo(Audience.ADMINS)
class QuestionController {

    private final QuestionBank bank;
    private final QuestionShelves shelves;

    QuestionController(QuestionBank bank, QuestionShelves shelves) {
        this.bank = bank;
        this.shelves = shelves;
    }

    record Form(@Nullable String words, @Nullable Integer version) {}

    @GetMapping
    String question(@PathVariable("kept") UUID question, Model model) {
        KeptQuestion kept = bank.find(question);
        model.addAttribute("form", new Form(kept.words(), kept.version()));
        return page(kept, model);
    }

    @PostMapping
    String reword(
            Viewer viewer,
            @PathVariable("kept") UUID question,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                bank.reword(
                        viewer,
                        question,
                        Objects.requireNonNullElse(form.words(), ""),
                        Objects.requireNonNullElse(form.version(), -1));
                Flash.said(redirect, "questions.reworded");
                return QuestionsController.at(bank.find(question));
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(bank.find(question), model);
    }

    private String page(KeptQuestion question, Model model) {
        model.addAttribute("question", question)
                .addAttribute("place", shelves.name(question.place()))
                .addAttribute("wordings", bank.wordings(question.id()));
        return "questions/question";
    }
}
