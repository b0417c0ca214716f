package org.attune.insight.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.insight.CompaniesOverseen;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Completes the company somebody types to narrow a dashboard to. */
@Controller
@OpenTo(Audience.SELLERS)
@FromReplica
class CompanySuggestionsController {

    static final int MOST = 8;

    private final CompaniesOverseen companies;

    CompanySuggestionsController(CompaniesOverseen companies) {
        this.companies = companies;
    }

    @GetMapping("/dashboards/companies")
    String companies(Viewer viewer, @RequestParam(required = false) @Nullable String at, Model model) {
        model.addAttribute("companies", companies.like(viewer, at, MOST));
        return "insight/fragments :: companies";
    }
}
