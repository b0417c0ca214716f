package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the provider; Spring Security goes it, to {@link #TO} and {@link #BACK}. */
@Controller
@OpenTo(Audience.ANYONE)
class SingleSignOnController {

    static final String HERE = "/single-sign-on";
    static final String TO = HERE + "/to";
    static final String BACK = HERE + "/answer";

    /** The session's attribute that says where somebody wanted to go. */
    static final String WANTED = SingleSignOnController.class.getName() + ".wanted";

    private final Provider provider;

    SingleSignOnController(Provider provider) {
        this.provider = provider;
    }

    @GetMapping(HERE)
    String go(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        if (provider.name() == null) {
            throw new NotSeen("single sign-on");
        }
        if (provider.registration().isEmpty()) {
            return "redirect:/sign-in?refused=unreachable";
        }
        request.getSession().setAttribute(WANTED, LocalPath.of(to));
        return "redirect:" + TO + "/" + Provider.ID;
    }
}
