package org.attune.correspondence.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.correspondence.Wishes;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back on somebody's behalf that they want no letters, as they told an admin. Nobody is listed: addresses are not known here. */
@Controller
@RequestMapping("/admin/unwanted")
@OpenTo(Audience.ADMINS)
class LiftController {

    private final Wishes wishes;

    LiftController(Wishes wishes) {
        this.wishes = wishes;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new LiftForm(null, null));
        return "correspondence/lift";
    }

    @PostMapping
    String lift(
            Viewer viewer,
            @Valid @ModelAttribute("form") LiftForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                wishes.takenBack(viewer, form.address(), form.how());
                Flash.said(redirect, "correspondence.lift.done");
                return "redirect:/admin/unwanted";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "correspondence/lift";
    }
}
