package org.attune.people.web;

import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.CompanyView;
import org.attune.people.CompanyViews;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.people.Tags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Completes what is being typed: companies everybody knows, people and tags one sees. */
@Controller
@OpenTo(Audience.SELLERS)
class SuggestionsController {

    private static final int MOST = 8;

    private final CompanyViews companies;
    private final ContactSight sight;
    private final Tags tags;

    SuggestionsController(CompanyViews companies, ContactSight sight, Tags tags) {
        this.companies = companies;
        this.sight = sight;
        this.tags = tags;
    }

    @GetMapping("/companies/suggestions")
    String companies(@RequestParam(required = false) @Nullable String company, Model model) {
        List<CompanyView> found = companies.like(company, MOST);
        return options(found.stream().map(one -> full(one, found)).toList(), model);
    }

    /** The city only where it tells two of one name apart. */
    private static String full(CompanyView one, List<CompanyView> all) {
        boolean alone = all.stream()
                        .filter(other -> other.name().equalsIgnoreCase(one.name()))
                        .count()
                == 1;
        return alone || one.city() == null ? one.name() : one.name() + ", " + one.city();
    }

    @GetMapping("/contacts/suggestions")
    String contacts(
            Viewer viewer,
            @RequestParam(name = "introducedBy", required = false) @Nullable String introducer,
            @RequestParam(name = "who", required = false) @Nullable String who,
            Model model) {
        List<ContactName> found = sight.like(viewer, introducer == null ? who : introducer, MOST);
        return options(
                found.stream()
                        .map(one -> one.company() == null ? one.name() : one.name() + ", " + one.company())
                        .toList(),
                model);
    }

    /** The last of several tags is the one being typed, or the only one. */
    @GetMapping("/contacts/tags")
    String tags(
            Viewer viewer,
            @RequestParam(name = "tags", required = false) @Nullable String words,
            @RequestParam(name = "tag", required = false) @Nullable String one,
            Model model) {
        String typed = words == null ? one == null ? "" : one.replace(",", "") : words;
        int last = typed.lastIndexOf(',') + 1;
        String before = typed.substring(0, last) + (last == 0 ? "" : " ");
        return options(
                tags.seen(viewer, typed.substring(last), MOST).stream()
                        .map(tag -> before + tag)
                        .toList(),
                model);
    }

    private static String options(List<String> words, Model model) {
        model.addAttribute("words", words);
        return "people/contact-form :: suggestions";
    }
}
