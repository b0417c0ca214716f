package org.attune.needs.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.needs.AnswerSummary;
import org.attune.needs.SummaryAnswers;
import org.attune.needs.Verdict;
import org.attune.outside.LinkKind;
import org.attune.outside.OutsideDoor;
import org.attune.outside.OutsideLink;
import org.attune.outside.Visit;
import org.attune.platform.web.WrittenTo;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a customer who is asked whether we understood them. Opening it answers nothing; sending its form does, once. */
@Controller
@RequestMapping("/p/{secret}")
@OpenTo(Audience.ANYONE)
class AskedController implements WrittenTo {

    private final SummaryAnswers answers;
    private final OutsideDoor door;
    private final MessageSource messages;

    AskedController(SummaryAnswers answers, OutsideDoor door, MessageSource messages) {
        this.answers = answers;
        this.door = door;
        this.messages = messages;
    }

    @Override
    public Optional<Locale> readerOf(String secret) {
        return door.reader(LinkKind.PLAYBACK, secret);
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("form", AnswerForm.empty());
        return page(door.open(new Visit(LinkKind.PLAYBACK, secret, request, response)), secret, model);
    }

    @PostMapping
    String answer(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return door.answer(
                new Visit(LinkKind.PLAYBACK, secret, request, response),
                form.token(),
                errors,
                link -> answers.answer(secret, command(form, link)),
                link -> page(link, secret, model));
    }

    /** What stands on the button is in the language of the page it stood on. */
    private AnswerSummary command(AnswerForm form, OutsideLink link) {
        String key = form.verdict() == Verdict.YES ? "needs.asked.yes" : "needs.asked.not-quite";
        return form.command(messages.getMessage(key, null, link.locale()));
    }

    private String page(OutsideLink link, String secret, Model model) {
        model.addAttribute("link", link).addAttribute("secret", secret).addAttribute("summary", answers.summary(link));
        return "needs/asked";
    }
}
