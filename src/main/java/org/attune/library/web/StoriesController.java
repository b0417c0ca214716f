package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.Stories;
import org.attune.people.ContactId;
import org.attune.platform.FromReplica;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
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

/** The stories there are, and writing another one. */
@Controller
@RequestMapping("/library/stories")
@OpenTo(Audience.SELLERS)
class StoriesController {

    private final Stories stories;
    private final StoryPage pages;

    StoriesController(Stories stories, StoryPage pages) {
        this.stories = stories;
        this.pages = pages;
    }

    @GetMapping
    @FromReplica
    String list(Viewer viewer, StoryQuery query, @RequestParam(required = false) @Nullable String after, Model model) {
        return pages.list(viewer, query, stories.list(viewer, query.filter(), after), model);
    }

    /** Without a contact it asks whose story it is. */
    @GetMapping("/new")
    String empty(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        if (contact == null) {
            return pages.whose(viewer, q, model);
        }
        model.addAttribute("form", StoryForm.about(viewer, contact, need));
        return pages.empty(viewer, contact, need, model);
    }

    @PostMapping
    String write(
            Viewer viewer,
            @Valid @ModelAttribute("form") StoryForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UUID contact = Objects.requireNonNullElseGet(form.contact(), UUID::randomUUID);
        stories.picks(viewer, new ContactId(contact), form.need());
        if (!errors.hasErrors()) {
            try {
                String path = stories.write(viewer, form.command()).path();
                Flash.said(redirect, "library.story.kept");
                return "redirect:" + path;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.empty(viewer, contact, form.need(), model);
    }
}
