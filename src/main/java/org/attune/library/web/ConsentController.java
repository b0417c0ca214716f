package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.Consents;
import org.attune.library.Stories;
import org.attune.library.StoryId;
import org.attune.library.StoryView;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
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

/** What a customer allowed, and that they do not want it any more. */
@Controller
@RequestMapping("/library/stories/{story}/consents")
@OpenTo(Audience.SELLERS)
class ConsentController {

    private final Stories stories;
    private final Consents consents;
    private final StoryPage pages;
    private final Clock clock;

    ConsentController(Stories stories, Consents consents, StoryPage pages, Clock clock) {
        this.stories = stories;
        this.consents = consents;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new")
    String empty(Viewer viewer, @PathVariable UUID story, Model model) {
        StoryView found = stories.findTended(viewer, new StoryId(story));
        model.addAttribute("form", ConsentForm.on(today(viewer)));
        return pages.consent(viewer, found, model);
    }

    @PostMapping
    String note(
            Viewer viewer,
            @PathVariable UUID story,
            @Valid @ModelAttribute("form") ConsentForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StoryView found = stories.findTended(viewer, new StoryId(story));
        if (!errors.hasErrors()) {
            try {
                consents.note(viewer, form.command(found.id()));
                Flash.said(redirect, "library.consent.noted");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.consent(viewer, found, model);
    }

    @PostMapping("/{consent}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID story,
            @PathVariable UUID consent,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StoryView found = stories.findTended(viewer, new StoryId(story));
        if (!errors.hasErrors()) {
            try {
                consents.withdraw(viewer, found.id(), consent, Objects.requireNonNull(form.day()));
                Flash.said(redirect, "library.consent.withdrawn.now");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.show(viewer, found, model);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }
}
