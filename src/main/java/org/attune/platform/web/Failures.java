package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the domain refuses, as a page or, for a page that waits for a fragment, as a word in its corner. */
@ControllerAdvice
class Failures {

    /** Where the forms have what somebody writes; never a password. */
    private static final List<String> TYPED =
            List.of("text", "note", "words", "understanding", "title", "scope", "reason");

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

    /** An upload that broke off, or is more than one takes. */
    @ExceptionHandler
    ModelAndView unreadable(MultipartException upload, HttpServletRequest request, HttpServletResponse response) {
        boolean tooLarge = upload instanceof MaxUploadSizeExceededException;
        return FailurePage.of(tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST)
                .answer(request, response);
    }

    @ExceptionHandler
    ModelAndView refused(RuleRefused rule, HttpServletRequest request, HttpServletResponse response) {
        if (PressedButton.is(request)) {
            return PressedButton.answer(request, Said.refused("platform.button.refused", sentence(rule)));
        }
        return FailurePage.of(HttpStatus.UNPROCESSABLE_CONTENT)
                .saying(sentence(rule))
                .answer(request, response);
    }

    private String sentence(RuleRefused rule) {
        return messages.getMessage(rule.messageKey(), rule.arguments(), LocaleContextHolder.getLocale());
    }

    /**
     * Two who wait for each other: the database turned this one away, and nothing of it is kept. To send it again is safe.
     */
    @ExceptionHandler
    ModelAndView overtaken(
            ConcurrencyFailureException other, HttpServletRequest request, HttpServletResponse response) {
        String typed = TYPED.stream()
                .flatMap(name -> Stream.ofNullable(request.getParameter(name)))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
        return changed(new ChangedMeanwhile("", typed), request, response);
    }

    @ExceptionHandler
    ModelAndView changed(ChangedMeanwhile change, HttpServletRequest request, HttpServletResponse response) {
        if (PressedButton.is(request)) {
            return PressedButton.answer(request, Said.refused("platform.button.changed"));
        }
        return FailurePage.of(HttpStatus.CONFLICT)
                .answer(request, response)
                .addObject("kept", change.kept())
                .addObject("typed", change.typed());
    }
}
