package org.attune.library.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.MaterialFilter;
import org.attune.library.Materials;
import org.attune.library.Step;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What there is to give. */
@Controller
@OpenTo(Audience.SELLERS)
class LibraryController {

    private final Materials materials;
    private final MaterialChoices choices;

    LibraryController(Materials materials, MaterialChoices choices) {
        this.materials = materials;
        this.choices = choices;
    }

    /** As it stands in the address; a step or theme there is not narrows nothing. */
    record Query(
            @Nullable String stage,
            @Nullable String step,
            @Nullable String theme,
            @Nullable String language,
            @Nullable String q,
            @Nullable String show) {

        private static final int LONGEST = 200;

        MaterialFilter filter() {
            return new MaterialFilter(
                    stage,
                    Step.of(step).orElse(null),
                    ListAddress.id(theme),
                    language,
                    PlainText.lineOrNothing(q == null ? null : q.substring(0, Math.min(LONGEST, q.length()))),
                    "retired".equals(show));
        }

        String next(String after) {
            return new ListAddress("/library")
                    .with("stage", stage)
                    .with("step", step)
                    .with("theme", theme)
                    .with("language", language)
                    .with("q", q)
                    .with("show", show)
                    .with("after", after)
                    .toString();
        }
    }

    @GetMapping("/library")
    String list(Viewer viewer, Query query, @RequestParam(required = false) @Nullable String after, Model model) {
        MaterialFilter filter = query.filter();
        var page = materials.list(viewer, filter, after);
        choices.offer(viewer, model);
        model.addAttribute("query", query)
                .addAttribute("filter", filter)
                .addAttribute("page", page)
                .addAttribute("themes", materials.themes())
                .addAttribute("next", page.next() == null ? null : query.next(page.next()));
        return "library/materials";
    }
}
