package org.attune.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.ContactExports;
import org.attune.desk.ContactLists;
import org.attune.desk.ListStop;
import org.attune.desk.ListedContacts;
import org.attune.fields.Field;
import org.attune.fields.FieldColumns;
import org.attune.fields.FieldForms;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.health.Band;
import org.attune.people.SavedViews;
import org.attune.platform.FromReplica;
import org.attune.platform.Ids;
import org.attune.stages.Stages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The people somebody sees. */
@Controller
@OpenTo(Audience.SELLERS)
@FromReplica
class ContactsController {

    private final ContactLists lists;
    private final SavedViews views;
    private final Stages stages;
    private final Fields fields;
    private final FieldForms forms;
    private final FieldColumns columns;

    ContactsController(
            ContactLists lists,
            SavedViews views,
            Stages stages,
            Fields fields,
            FieldForms forms,
            FieldColumns columns) {
        this.lists = lists;
        this.views = views;
        this.stages = stages;
        this.fields = fields;
        this.forms = forms;
        this.columns = columns;
    }

    @GetMapping("/contacts")
    String list(Viewer viewer, @ModelAttribute("query") ListQuery query, Model model) {
        List<Field> asked = fields.asked(Holder.CONTACT);
        List<Field> shown = FieldColumns.of(asked);
        ContactLists.Overview overview = lists.overview(viewer, query.filter(asked, viewer.locale()));
        ListedContacts page = overview.page();
        List<UUID> ids = page.items().stream().map(line -> line.id().value()).toList();
        model.addAttribute("columns", shown)
                .addAttribute("cells", columns.cells(viewer, Holder.CONTACT, shown, ids))
                .addAttribute("narrowing", forms.narrowing(viewer, asked, query.ownFields()));
        model.addAttribute("lines", page.items())
                .addAttribute("more", page.next() == null ? null : query.next(page.next()))
                .addAttribute("stop", page.stop())
                .addAttribute("most", ListStop.ROWS)
                .addAttribute("exported", ContactExports.MOST)
                .addAttribute("counts", counts(overview))
                .addAttribute("views", views(viewer))
                .addAttribute("newView", Ids.next())
                .addAttribute("stages", stages.all())
                .addAttribute("owners", overview.owners())
                .addAttribute("me", viewer.uuid().toString())
                .addAttribute("heards", List.of("week", "month", "quarter", "longer", "never"))
                .addAttribute("orders", List.of("heard", "silent", "name", "newest", "stage", "health"))
                .addAttribute(
                        "bands", Arrays.stream(Band.values()).map(Band::code).toList());
        return "desk/contacts";
    }

    /** A saved view as a tab. */
    record Tab(String id, String name, String address) {}

    private List<Tab> views(Viewer viewer) {
        return views.of(viewer).stream()
                .map(view -> new Tab(view.id().toString(), view.name(), ListAddress.of(view)))
                .toList();
    }

    private static Map<String, Integer> counts(ContactLists.Overview overview) {
        return overview.counts().entrySet().stream()
                .collect(
                        Collectors.toMap(count -> count.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
