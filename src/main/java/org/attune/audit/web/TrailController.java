package org.attune.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.audit.Entries;
import org.attune.audit.EntryView;
import org.attune.platform.Deed;
import org.attune.platform.FromReplica;
import org.attune.platform.KeysetPage;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail, for admins: looked through on a page, or taken along as a table. */
@Controller
@RequestMapping("/admin/audit")
@OpenTo(Audience.ADMINS)
class TrailController {

    private final Entries entries;
    private final EntryWords words;
    private final Vocabulary vocabulary;
    private final TrailTable table;
    private final Trail trail;

    TrailController(Entries entries, EntryWords words, Vocabulary vocabulary, TrailTable table, Trail trail) {
        this.entries = entries;
        this.words = words;
        this.vocabulary = vocabulary;
        this.table = table;
        this.trail = trail;
    }

    @GetMapping
    @FromReplica
    String page(
            Viewer viewer,
            @ModelAttribute("search") TrailSearch search,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        KeysetPage<EntryView> page = search.asksForNoRecord()
                ? new KeysetPage<>(List.of(), null)
                : entries.page(viewer, search.filter(viewer, vocabulary), after);
        model.addAttribute("lines", words.lines(viewer, page.items()))
                .addAttribute("next", page.next() == null ? null : search.address("/admin/audit", page.next()))
                .addAttribute("export", search.address("/admin/audit/export", null))
                .addAttribute("people", entries.people())
                .addAttribute("kinds", vocabulary.kinds());
        return "audit/trail";
    }

    /** Written down before the first line leaves. */
    @PostMapping("/export")
    ResponseEntity<byte[]> export(Viewer viewer, @ModelAttribute("search") TrailSearch search) {
        trail.note(Deed.of(Deed.Done.EXPORTED, "audit_entry", null).with("filtered", search.isAnything()));
        String text = search.asksForNoRecord() ? table.heading() : table.of(viewer, search.filter(viewer, vocabulary));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("attune-audit.csv").build());
        return ResponseEntity.ok().headers(headers).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
