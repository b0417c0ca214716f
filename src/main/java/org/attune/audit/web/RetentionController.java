package org.attune.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.audit.Letting;
import org.attune.audit.Period;
import org.attune.audit.Periods;
import org.attune.audit.Retention;
import org.attune.audit.RetentionRun;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.jobs.Jobs;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what is kept. */
@Controller
@RequestMapping("/admin/retention")
@OpenTo(Audience.ADMINS)
class RetentionController {

    private final Retention retention;
    private final Jobs jobs;
    private final Numbers numbers;
    private final MessageSource messages;

    RetentionController(Retention retention, Jobs jobs, Numbers numbers, MessageSource messages) {
        this.retention = retention;
        this.jobs = jobs;
        this.numbers = numbers;
        this.messages = messages;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", RetentionForm.of(retention.periods()));
        return show(model);
    }

    /** The same form again, with what it would do; nothing is settled by it. */
    @PostMapping(params = "preview")
    String preview(
            Viewer admin,
            @Valid @ModelAttribute("form") RetentionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            List<Letting> lettings = retention.preview(admin, form.periods());
            model.addAttribute("lettings", lettings);
        }
        return show(model);
    }

    @PostMapping(params = "!preview")
    String settle(
            @Valid @ModelAttribute("form") RetentionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                retention.settle(form.periods());
                Flash.said(redirect, "audit.retention.settled");
                return "redirect:/admin/retention";
            } catch (ChangedMeanwhile changed) {
                Periods now = retention.periods();
                FormErrors.add(errors, new ChangedMeanwhile(inWords(now), inWords(form.periods()), now.version()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(model);
    }

    /** One period a line, to compare them. */
    private String inWords(Periods periods) {
        return Arrays.stream(Period.values())
                .map(period -> word("audit.retention." + period.code()) + ": "
                        + periods.of(period).map(String::valueOf).orElse("–"))
                .collect(Collectors.joining("\n"));
    }

    private String word(String key) {
        return messages.getMessage(key, new Object[0], LocaleContextHolder.getLocale());
    }

    private String show(Model model) {
        RetentionRun last = retention.lastRun();
        model.addAttribute("last", last)
                .addAttribute("gone", last == null ? List.of() : numbers.lines(last.gone()))
                .addAttribute("failedAt", jobs.failedAt(Retention.JOB).orElse(null));
        return "audit/retention";
    }
}
