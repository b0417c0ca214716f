package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.SavedView;
import org.attune.people.SavedViews;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a list of contacts under a name. */
@Controller
@RequestMapping("/contacts/views")
@OpenTo(Audience.SELLERS)
class ViewsController {

    private final SavedViews views;

    ViewsController(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(
            Viewer viewer,
            @RequestParam UUID id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String query,
            RedirectAttributes redirect) {
        views.save(viewer, new SavedView(id, worded(name), worded(query)));
        Flash.said(redirect, "desk.view.saved", worded(name));
        return "redirect:" + address(viewer, id);
    }

    @PostMapping("/{view}")
    String rename(
            Viewer viewer,
            @PathVariable UUID view,
            @RequestParam(required = false) @Nullable String name,
            RedirectAttributes redirect) {
        views.rename(viewer, view, worded(name));
        Flash.said(redirect, "desk.view.renamed", worded(name));
        return "redirect:" + address(viewer, view);
    }

    @PostMapping("/{view}/removal")
    String remove(Viewer viewer, @PathVariable UUID view, RedirectAttributes redirect) {
        SavedView removed = find(viewer, view);
        views.remove(viewer, view);
        Flash.said(redirect, "desk.view.removed", removed.name());
        return "redirect:/contacts";
    }

    private static String worded(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private String address(Viewer viewer, UUID view) {
        return ListAddress.of(find(viewer, view));
    }

    private SavedView find(Viewer viewer, UUID view) {
        return views.of(viewer).stream()
                .filter(one -> one.id().equals(view))
                .findFirst()
                .orElseThrow(() -> new NotSeen("view " + view));
    }
}
