package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.CompanyPages;
import org.attune.fields.Holder;
import org.attune.people.CompanyId;
import org.attune.people.CompanyViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A company: who there knows whom of us. */
@Controller
@OpenTo(Audience.SELLERS)
class CompanyController {

    private final CompanyViews companies;
    private final CompanyPages pages;
    private final OwnFields own;

    CompanyController(CompanyViews companies, CompanyPages pages, OwnFields own) {
        this.companies = companies;
        this.pages = pages;
        this.own = own;
    }

    @GetMapping("/companies/{company}")
    String show(Viewer viewer, @PathVariable UUID company, Model model) {
        CompanyId id = new CompanyId(company);
        model.addAttribute("company", companies.find(id))
                .addAttribute("people", pages.people(viewer, id))
                .addAttribute("own", own.lines(viewer, Holder.COMPANY, company));
        return "desk/company";
    }
}
