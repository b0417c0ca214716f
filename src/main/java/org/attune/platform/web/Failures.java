package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the domain refuses, as a page or, for a page that waits for a fragment, as a word in its corner. */
@ControllerAdvice
class Failures {

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    /** What is not there, what one may not see and what nobody ever mapped look the same. */
    @ExceptionHandler({NotSeen.class, NoResourceFoundException.class})
    ModelAndView notSeen(HttpServletRequest request, HttpServletResponse response) {
        return FailurePage.of(HttpStatus.NOT_FOUND).answer(request, response);
    }

    /** An address with something in it that cannot be an identifier leads nowhere either. */
    @ExceptionHandler
    ModelAndView unreadable(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response) {
        boolean inTheAddress = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return FailurePage.of(inTheAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST)
                .answer(request, response);
    }

    @ExceptionHandler
    ModelAndView refused(RuleRefused rule, HttpServletRequest request, HttpServletResponse response) {
        String sentence = messages.getMessage(rule.messageKey(), rule.arguments(), request.getLocale());
        return FailurePage.of(HttpStatus.UNPROCESSABLE_CONTENT).saying(sentence).answer(request, response);
    }

    @ExceptionHandler
    ModelAndView changed(ChangedMeanwhile change, HttpServletRequest request, HttpServletResponse response) {
        return FailurePage.of(HttpStatus.CONFLICT)
                .answer(request, response)
                .addObject("kept", change.kept())
                .addObject("typed", change.typed());
    }
}
