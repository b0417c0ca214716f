package org.attune.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.ContactLine;
import org.attune.desk.ContactLists;
import org.attune.people.SavedViews;
import org.attune.people.Tags;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.stages.Stages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The people somebody sees. */
@Controller
@OpenTo(Audience.SELLERS)
class ContactsController {

    private static final int TAGS = 100;

    private final ContactLists lists;
    private final SavedViews views;
    private final Stages stages;
    private final Tags tags;

    ContactsController(ContactLists lists, SavedViews views, Stages stages, Tags tags) {
        this.lists = lists;
        this.views = views;
        this.stages = stages;
        this.tags = tags;
    }

    @GetMapping("/contacts")
    String list(Viewer viewer, @ModelAttribute("query") ListQuery query, Model model) {
        KeysetPage<ContactLine> page = lists.page(viewer, query.filter());
        model.addAttribute("lines", page.items())
                .addAttribute("more", page.next() == null ? null : query.next(page.next()))
                .addAttribute("counts", counts(viewer))
                .addAttribute("views", views(viewer))
                .addAttribute("newView", Ids.next())
                .addAttribute("stages", stages.all())
                .addAttribute("owners", lists.owners(viewer))
                .addAttribute("me", viewer.uuid().toString())
                .addAttribute("tags", tags.seen(viewer, "", TAGS))
                .addAttribute("heards", List.of("week", "month", "quarter", "longer", "never"))
                .addAttribute("orders", List.of("heard", "silent", "name", "newest", "stage"));
        return "desk/contacts";
    }

    /** A saved view as a tab. */
    record Tab(String id, String name, String address) {}

    private List<Tab> views(Viewer viewer) {
        return views.of(viewer).stream()
                .map(view -> new Tab(view.id().toString(), view.name(), ListAddress.of(view)))
                .toList();
    }

    private Map<String, Integer> counts(Viewer viewer) {
        return lists.counts(viewer).entrySet().stream()
                .collect(
                        Collectors.toMap(count -> count.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
