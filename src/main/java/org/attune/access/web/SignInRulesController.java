package org.attune.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.Set;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.access.SignInRules;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has to have a second factor, for the admin. */
@Controller
@RequestMapping("/admin/sign-in")
@OpenTo(Audience.ADMINS)
class SignInRulesController {

    private final SignInRules rules;

    SignInRulesController(SignInRules rules) {
        this.rules = rules;
    }

    record Form(
            @Nullable Boolean salespeople,
            @Nullable Boolean managers,
            @Nullable Boolean admins,
            @Nullable Boolean deciders,
            @Nullable Integer version) {

        static Form of(SignInRules.View view) {
            Set<Role> roles = view.secondFactorFor();
            return new Form(
                    roles.contains(Role.SALESPERSON),
                    roles.contains(Role.MANAGER),
                    roles.contains(Role.ADMIN),
                    roles.contains(Role.DECIDER),
                    view.version());
        }

        Set<Role> roles() {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            add(roles, Role.SALESPERSON, salespeople);
            add(roles, Role.MANAGER, managers);
            add(roles, Role.ADMIN, admins);
            add(roles, Role.DECIDER, deciders);
            return roles;
        }

        private static void add(Set<Role> roles, Role role, @Nullable Boolean ticked) {
            if (Boolean.TRUE.equals(ticked)) {
                roles.add(role);
            }
        }
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", Form.of(rules.current()));
        return "access/rules";
    }

    @PostMapping
    String settle(
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                rules.requireSecondFactor(form.roles(), form.version() == null ? -1 : form.version());
                Flash.said(redirect, "access.rules.kept");
                return "redirect:/admin/people";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "access/rules";
    }
}
