package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
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

/** One story: what it says, what may be done with it, and where it was used. */
@Controller
@RequestMapping("/library/stories/{story}")
@OpenTo(Audience.SELLERS)
class StoryController {

    private final Stories stories;
    private final StoryPage pages;

    StoryController(Stories stories, StoryPage pages) {
        this.stories = stories;
        this.pages = pages;
    }

    @GetMapping
    String story(Viewer viewer, @PathVariable UUID story, Model model) {
        return pages.show(viewer, stories.find(viewer, new StoryId(story)), model);
    }

    @GetMapping("/words")
    String words(Viewer viewer, @PathVariable UUID story, Model model) {
        StoryView found = stories.findTended(viewer, new StoryId(story));
        model.addAttribute("form", RewordForm.of(found));
        return pages.words(viewer, found, model);
    }

    @PostMapping("/words")
    String reword(
            Viewer viewer,
            @PathVariable UUID story,
            @Valid @ModelAttribute("form") RewordForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StoryView found = stories.findTended(viewer, new StoryId(story));
        if (!errors.hasErrors()) {
            try {
                stories.reword(
                        viewer,
                        found.id(),
                        form.words(),
                        StoryForm.turns(form.heard()),
                        Objects.requireNonNullElse(form.version(), -1));
                Flash.said(redirect, "library.story.kept");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.words(viewer, found, model);
    }

    @PostMapping("/retirement")
    String retire(Viewer viewer, @PathVariable UUID story, RedirectAttributes redirect) {
        StoryView retired = stories.retire(viewer, new StoryId(story));
        Flash.said(redirect, "library.story.retired", retired.words().title()).undo(retired.path() + "/restoration");
        return "redirect:" + retired.path();
    }

    @PostMapping("/restoration")
    String restore(Viewer viewer, @PathVariable UUID story, RedirectAttributes redirect) {
        StoryView restored = stories.restore(viewer, new StoryId(story));
        Flash.said(redirect, "library.story.restored", restored.words().title());
        return "redirect:" + restored.path();
    }
}
