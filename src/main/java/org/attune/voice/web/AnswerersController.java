package org.attune.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.voice.Answerers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who answers what customers say, for the admin who names them. */
@Controller
@RequestMapping("/admin/organisation/answerers")
@OpenTo(Audience.ADMINS)
class AnswerersController {

    private final Answerers answerers;

    AnswerersController(Answerers answerers) {
        this.answerers = answerers;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", AnswerersForm.of(answerers.all(), answerers.version()));
        return page(model);
    }

    @PostMapping
    String name(
            Viewer admin,
            @Valid @ModelAttribute("form") AnswerersForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                answerers.name(admin, form.named(), form.version() == null ? 0 : form.version());
                Flash.said(redirect, "voice.answerers.kept");
                return "redirect:/admin/organisation/answerers";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute(
                "people",
                answerers.couldBe().stream()
                        .map(one -> new Option(one.user().toString(), one.name()))
                        .toList());
        return "voice/answerers";
    }
}
