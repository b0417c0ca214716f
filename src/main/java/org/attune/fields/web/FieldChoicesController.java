package org.attune.fields.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.fields.FieldChoice;
import org.attune.fields.FieldChoices;
import org.attune.fields.Fields;
import org.attune.fields.web.FieldPage.ChoiceForm;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
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

/** The answers a field offers. */
@Controller
@RequestMapping("/admin/fields/{field}/choices")
@OpenTo(Audience.ADMINS)
class FieldChoicesController {

    private final Fields fields;
    private final FieldChoices choices;
    private final FieldPage page;

    FieldChoicesController(Fields fields, FieldChoices choices, FieldPage page) {
        this.fields = fields;
        this.choices = choices;
        this.page = page;
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable UUID field,
            @ModelAttribute("choice") ChoiceForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                UUID id = Objects.requireNonNullElseGet(form.id(), Ids::next);
                choices.add(viewer, field, id, form.name());
                return "redirect:/admin/fields/" + field + "#more";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(fields.find(field), model);
    }

    /** A choice is to be called something else. */
    record NameForm(@Nullable String name, @Nullable Integer version) {}

    @GetMapping("/{choice}")
    String name(@PathVariable UUID field, @PathVariable UUID choice, Model model) {
        FieldChoice now = choices.find(field, choice);
        model.addAttribute("form", new NameForm(now.name(), now.version()));
        return namePage(field, now, model);
    }

    @PostMapping("/{choice}")
    String rename(
            Viewer viewer,
            @PathVariable UUID field,
            @PathVariable UUID choice,
            @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        FieldChoice now = choices.find(field, choice);
        if (!errors.hasErrors()) {
            try {
                choices.rename(viewer, field, choice, Objects.requireNonNullElse(form.version(), -1), form.name());
                Flash.said(redirect, "fields.choice.renamed", Objects.requireNonNullElse(form.name(), ""));
                return "redirect:/admin/fields/" + field;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return namePage(field, now, model);
    }

    private String namePage(UUID field, FieldChoice choice, Model model) {
        model.addAttribute("field", fields.find(field)).addAttribute("known", choice);
        return "fields/choice";
    }

    @PostMapping("/{choice}/place")
    String place(Viewer viewer, @PathVariable UUID field, @PathVariable UUID choice, @RequestParam int place) {
        choices.place(viewer, field, choice, place);
        return "redirect:/admin/fields/" + field + "?moved=" + choice;
    }

    @PostMapping("/{choice}/retirement")
    String retire(Viewer viewer, @PathVariable UUID field, @PathVariable UUID choice, RedirectAttributes redirect) {
        FieldChoice retired = choices.retire(viewer, field, choice);
        Flash.said(redirect, "fields.choice.retired.said", retired.name())
                .undo("/admin/fields/" + field + "/choices/" + choice + "/restoration");
        return "redirect:/admin/fields/" + field;
    }

    @PostMapping("/{choice}/restoration")
    String restore(
            Viewer viewer,
            @PathVariable UUID field,
            @PathVariable UUID choice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Flash.said(
                    redirect,
                    "fields.choice.restored.said",
                    choices.restore(viewer, field, choice).name());
            return "redirect:/admin/fields/" + field;
        } catch (RuleRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused);
            return page.show(fields.find(field), model);
        }
    }
}
