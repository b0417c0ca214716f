package org.attune.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldForms.Asked;
import org.attune.fields.Holder;
import org.attune.people.ChangeCompany;
import org.attune.people.Companies;
import org.attune.people.CompanyId;
import org.attune.people.CompanyView;
import org.attune.people.CompanyViews;
import org.attune.platform.FromReplica;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The companies everybody knows by name. */
@Controller
@RequestMapping("/companies")
@OpenTo(Audience.SELLERS)
class CompaniesController {

    private final Companies companies;
    private final CompanyViews views;
    private final FieldsInForm own;

    CompaniesController(Companies companies, CompanyViews views, FieldsInForm own) {
        this.views = views;
        this.own = own;
        this.companies = companies;
    }

    @GetMapping
    @FromReplica
    String list(
            Viewer viewer,
            @ModelAttribute("own") OwnQuery query,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        own.list(
                viewer,
                Holder.COMPANY,
                query.ownFields(),
                filter -> views.list(q, archived, filter, after),
                company -> company.id().value(),
                model);
        model.addAttribute("kept", query.address()).addAttribute("q", q).addAttribute("archived", archived);
        return "people/companies";
    }

    @GetMapping("/new")
    String begin(Viewer viewer, Model model) {
        own.show(viewer, own.ofSomebodyNew(Holder.COMPANY), model);
        model.addAttribute("form", CompanyForm.empty());
        return "people/company-new";
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") CompanyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Asked asked = own.ofSomebodyNew(Holder.COMPANY);
        own.show(viewer, asked, model);
        Answers answers = own.read(viewer, asked, form.fields(), errors);
        if (!errors.hasErrors()) {
            try {
                CompanyId id = companies.add(viewer, new CompanyId(Typed.id(form.id())), form.details(), answers);
                Flash.said(redirect, "people.company.added", form.details().name());
                return "redirect:/companies/" + id.value();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "people/company-new";
    }

    @GetMapping("/{company}/edit")
    String edit(Viewer viewer, @PathVariable UUID company, Model model) {
        CompanyView view = views.find(new CompanyId(company));
        Asked asked = own.of(viewer, Holder.COMPANY, company);
        own.show(viewer, asked, model);
        model.addAttribute("form", CompanyForm.of(view, own.typed(asked))).addAttribute("company", view);
        return "people/company-edit";
    }

    @PostMapping("/{company}")
    String change(
            Viewer viewer,
            @PathVariable UUID company,
            @Valid @ModelAttribute("form") CompanyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CompanyView before = views.find(new CompanyId(company));
        model.addAttribute("company", before);
        Asked asked = own.of(viewer, Holder.COMPANY, company);
        own.show(viewer, asked, model);
        Answers answers = own.read(viewer, asked, form.fields(), errors);
        if (!errors.hasErrors()) {
            try {
                companies.change(
                        viewer, new ChangeCompany(before.id(), Typed.version(form.version()), form.details(), answers));
                Flash.said(redirect, "people.company.changed", form.details().name());
                return "redirect:/companies/" + company;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "people/company-edit";
    }

    @PostMapping("/{company}/archive")
    String archive(Viewer viewer, @PathVariable UUID company, RedirectAttributes redirect) {
        CompanyView view = views.find(new CompanyId(company));
        companies.archive(viewer, view.id());
        Flash.said(redirect, "people.company.archived", view.name()).undo("/companies/" + company + "/restoration");
        return "redirect:/companies";
    }

    @PostMapping("/{company}/restoration")
    String restore(Viewer viewer, @PathVariable UUID company, RedirectAttributes redirect) {
        CompanyView view = views.find(new CompanyId(company));
        companies.restore(viewer, view.id());
        Flash.said(redirect, "people.company.restored", view.name());
        return "redirect:/companies/" + company;
    }
}
