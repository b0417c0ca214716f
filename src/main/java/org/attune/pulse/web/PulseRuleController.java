package org.attune.pulse.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.pulse.PulseRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How rarely somebody is asked for a pulse, for the admin. */
@Controller
@RequestMapping("/admin/organisation/pulse")
@OpenTo(Audience.ADMINS)
class PulseRuleController {

    private final PulseRules rules;

    PulseRuleController(PulseRules rules) {
        this.rules = rules;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", RuleForm.of(rules.current()));
        return "pulse/rule";
    }

    @PostMapping
    String settle(
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                rules.settle(Objects.requireNonNull(form.weeks()), Objects.requireNonNull(form.version()));
                Flash.said(redirect, "pulse.rule.kept");
                return "redirect:/admin/organisation/pulse";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "pulse/rule";
    }
}
