package org.attune.fields.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.fields.Field;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.fields.NewField;
import org.attune.platform.NotTaken;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the organisation wants to know beside what Attune asks for: all of it, its order, and one more. */
@Controller
@RequestMapping("/admin/fields")
@OpenTo(Audience.ADMINS)
class FieldsController {

    private final Fields fields;
    private final FieldOptions options;

    FieldsController(Fields fields, FieldOptions options) {
        this.fields = fields;
        this.options = options;
    }

    /** The fields of one kind of record. */
    record Group(Holder holder, List<Field> asked, List<Field> retired) {

        static Group of(Holder holder, List<Field> all) {
            List<Field> own =
                    all.stream().filter(field -> field.holder() == holder).toList();
            return new Group(
                    holder,
                    own.stream().filter(field -> !field.retired()).toList(),
                    own.stream().filter(Field::retired).toList());
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", NewFieldForm.empty());
        return page(model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") NewFieldForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                NewField field = form.field();
                UUID id = fields.add(viewer, field);
                Flash.said(redirect, "fields.added", field.name());
                return "redirect:/admin/fields/" + id;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    /** One place up or down, or to a place of its own. */
    @PostMapping("/{field}/place")
    String place(Viewer viewer, @PathVariable UUID field, @RequestParam int place, RedirectAttributes redirect) {
        Field placed = fields.place(viewer, field, place);
        Flash.said(redirect, "fields.placed", placed.name());
        return "redirect:/admin/fields?moved=" + field;
    }

    private String page(Model model) {
        List<Field> all = fields.all();
        model.addAttribute("groups", List.of(Group.of(Holder.CONTACT, all), Group.of(Holder.COMPANY, all)))
                .addAttribute("kinds", options.kinds())
                .addAttribute("holders", options.holders());
        return "fields/fields";
    }
}
