package org.attune.audit.web;

import java.util.Arrays;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.audit.Entries;
import org.attune.audit.EntryView;
import org.attune.audit.HistoryOf;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of a contact, a need or an offer, field by field, for those who see it. */
@Controller
@OpenTo(Audience.SELLERS)
class HistoryController {

    private final Entries entries;
    private final EntryWords words;

    HistoryController(Entries entries, EntryWords words) {
        this.entries = entries;
        this.words = words;
    }

    @GetMapping("/history/{kind}/{id}")
    String page(
            Viewer viewer,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        HistoryOf record = Arrays.stream(HistoryOf.values())
                .filter(one -> one.path().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotSeen("history of " + kind));
        KeysetPage<EntryView> page = entries.history(viewer, record, id, after);
        String here = "/history/" + kind + "/" + id;
        model.addAttribute("lines", words.lines(viewer, page.items()))
                .addAttribute("kind", kind)
                .addAttribute("record", "/" + kind + "/" + id)
                .addAttribute("next", page.next() == null ? null : here + "?after=" + page.next());
        return fragment && after == null ? "audit/history :: entries" : "audit/history";
    }
}
