package org.attune.questions.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.Language;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.questions.AddQuestion;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The question bank: what is in it, in which order, and what is asked no longer. */
@Controller
@RequestMapping("/admin/questions")
@OpenTo(Audience.ADMINS)
class QuestionsController {

    private final QuestionBank bank;
    private final QuestionShelves shelves;

    QuestionsController(QuestionBank bank, QuestionShelves shelves) {
        this.bank = bank;
        this.shelves = shelves;
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String place,
            Model model) {
        Language chosen = chosen(language);
        model.addAttribute("form", QuestionForm.fresh(chosen, place));
        return page(chosen, model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                AddQuestion add = form.toAdd();
                bank.add(viewer, add);
                Flash.said(redirect, "questions.added", add.words());
                return at(bank.find(add.id()));
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(chosen(form.language()), model);
    }

    /** One place up or down, or to a place of its own. */
    @PostMapping("/{kept}/place")
    String place(@PathVariable("kept") UUID question, @RequestParam int place, RedirectAttributes redirect) {
        KeptQuestion moved = bank.place(question, place);
        Flash.said(redirect, "questions.placed", moved.words());
        return list(moved) + "&moved=" + question; // no fragment: it would take the focus from the grip that gets it
    }

    @PostMapping("/{kept}/retirement")
    String retire(@PathVariable("kept") UUID question, RedirectAttributes redirect) {
        KeptQuestion retired = bank.retire(question);
        Flash.said(redirect, "questions.retired", retired.words())
                .undo("/admin/questions/" + question + "/restoration");
        return list(retired);
    }

    @PostMapping("/{kept}/restoration")
    String restore(@PathVariable("kept") UUID question, RedirectAttributes redirect) {
        KeptQuestion restored = bank.restore(question);
        Flash.said(redirect, "questions.restored", restored.words());
        return at(restored);
    }

    static String list(KeptQuestion question) {
        return "redirect:/admin/questions?language=" + question.language().code();
    }

    static String at(KeptQuestion question) {
        return list(question) + "#q-" + question.id();
    }

    private static Language chosen(@Nullable String language) {
        return Language.known(String.valueOf(language)).orElse(Language.ENGLISH);
    }

    private String page(Language language, Model model) {
        model.addAttribute("language", language)
                .addAttribute("languages", Language.values())
                .addAttribute("shelves", shelves.of(bank.all(), language));
        return "questions/bank";
    }
}
