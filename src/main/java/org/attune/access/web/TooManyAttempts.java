package org.attune.access.web;

import java.time.Duration;
import java.util.Locale;
import org.attune.access.SlowDown;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says how long to wait after too many failures; the same for an account that exists and one that does not. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooManyAttempts {

    private final MessageSource messages;

    TooManyAttempts(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView say(SlowDown slowDown, Locale locale) {
        ModelAndView page = new ModelAndView("access/slow-down", HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("wait", words(slowDown.waiting(), locale));
        return page;
    }

    /** Rounded up: whoever waits as long as it says is heard. */
    private String words(Duration wait, Locale locale) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 100
                ? messages.getMessage("access.slow-down.seconds", new Object[] {seconds}, locale)
                : messages.getMessage("access.slow-down.minutes", new Object[] {(seconds + 59) / 60}, locale);
    }
}
