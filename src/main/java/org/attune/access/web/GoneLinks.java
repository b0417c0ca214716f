package org.attune.access.web;

import java.util.Locale;
import org.attune.access.LinkGone;
import org.attune.access.PasswordResets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says to whoever opens a link that no longer works what became of it and what helps, and nothing about whose it was. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class GoneLinks {

    private final PasswordResets resets;

    GoneLinks(PasswordResets resets) {
        this.resets = resets;
    }

    @ExceptionHandler
    ModelAndView say(LinkGone gone) {
        return new ModelAndView("access/link-gone", HttpStatus.GONE)
                .addObject("fate", gone.fate().name().toLowerCase(Locale.ROOT))
                .addObject("resets", resets.arePossible());
    }
}
