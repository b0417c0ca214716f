package org.attune.search.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.FromReplica;
import org.attune.search.Group;
import org.attune.search.Searches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The box: in the palette while somebody types, and as a page. */
@Controller
@OpenTo(Audience.SELLERS)
@FromReplica
class SearchController {

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/search")
    String search(
            Viewer viewer,
            @RequestParam(name = "q", required = false) @Nullable String typed,
            @RequestParam(required = false) @Nullable Group group,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model) {
        if ("palette-found".equals(target)) {
            model.addAttribute("found", searches.glance(viewer, typed));
            return "search/fragments :: palette";
        }
        model.addAttribute("group", group);
        model.addAttribute(
                "found", group == null ? searches.page(viewer, typed) : searches.page(viewer, typed, group, after));
        return "search/search";
    }
}
