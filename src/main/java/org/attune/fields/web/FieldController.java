package org.attune.fields.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.fields.Field;
import org.attune.fields.Fields;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One field: what it is called and asks for, whom it concerns, and whether it is asked for at all. */
@Controller
@RequestMapping("/admin/fields/{field}")
@OpenTo(Audience.ADMINS)
class FieldController {

    private final Fields fields;
    private final FieldPage page;

    FieldController(Fields fields, FieldPage page) {
        this.fields = fields;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable UUID field, Model model) {
        return page.show(fields.find(field), model);
    }

    @PostMapping
    String change(
            Viewer viewer,
            @PathVariable UUID field,
            @Valid @ModelAttribute("form") FieldForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Field now = fields.find(field);
        if (!errors.hasErrors()) {
            try {
                fields.change(viewer, form.change(now));
                Flash.said(redirect, "fields.changed", fields.find(field).name());
                return "redirect:/admin/fields/" + field;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(now, model);
    }

    @PostMapping("/retirement")
    String retire(Viewer viewer, @PathVariable UUID field, RedirectAttributes redirect) {
        Field retired = fields.retire(viewer, field);
        Flash.said(redirect, "fields.retired.said", retired.name()).undo("/admin/fields/" + field + "/restoration");
        return "redirect:/admin/fields";
    }

    @PostMapping("/restoration")
    String restore(
            Viewer viewer,
            @PathVariable UUID field,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Field restored = fields.restore(viewer, field);
            Flash.said(redirect, "fields.restored.said", restored.name());
            return "redirect:/admin/fields/" + field;
        } catch (RuleRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused);
            return page.show(fields.find(field), model);
        }
    }
}
