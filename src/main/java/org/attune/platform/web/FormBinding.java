package org.attune.platform.web;

import java.math.BigDecimal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What holds for every form: text comes tidied, and a request cannot make it grow without limit. */
@ControllerAdvice
class FormBinding {

    private static final int ROWS_OF_ONE_KIND = 100;

    @InitBinder
    void limit(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(ROWS_OF_ONE_KIND);
        binder.setBindingErrorProcessor(new BindingErrors());
        binder.registerCustomEditor(BigDecimal.class, new TypedAmount(LocaleContextHolder.getLocale()));
        binder.registerCustomEditor(String.class, new TypedText());
    }
}
