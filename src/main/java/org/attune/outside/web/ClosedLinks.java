package org.attune.outside.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.attune.outside.LinkClosed;
import org.attune.outside.LinkUnknown;
import org.attune.outside.NobodyThere;
import org.attune.outside.OutsideLink;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says kindly why a link answers nothing, whom to ask, and gives back what somebody typed. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedLinks {

    private static final String PAGE = "outside/closed";

    @ExceptionHandler
    ModelAndView say(LinkClosed closed, HttpServletRequest request) {
        OutsideLink link = closed.link();
        boolean sent = request.getMethod().equals("POST");
        HttpStatus thanked = sent ? HttpStatus.CONFLICT : HttpStatus.OK;
        return page(link.isAnswered() ? thanked : HttpStatus.GONE, link.state().name(), request)
                .addObject("link", link);
    }

    @ExceptionHandler
    ModelAndView say(NobodyThere nobody, HttpServletRequest request) {
        return page(HttpStatus.SERVICE_UNAVAILABLE, "nobody", request).addObject("link", nobody.link());
    }

    /** The same for a guess, a link of another kind and one that was cut short. */
    @ExceptionHandler
    ModelAndView say(LinkUnknown unknown, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "unknown", request);
    }

    private static ModelAndView page(HttpStatus status, String why, HttpServletRequest request) {
        return new ModelAndView(PAGE, status)
                .addObject("why", why.toLowerCase(Locale.ROOT))
                .addObject("typed", typed(request));
    }

    private static @Nullable String typed(HttpServletRequest request) {
        String words = request.getParameter("words");
        return words == null || words.isBlank() ? null : words.strip();
    }
}
