package org.attune.platform.web;

import org.attune.platform.RuleRefused;
import org.springframework.validation.BindingResult;

/** Puts what a rule refused where the person sees it: at the field of their form, or above the form. */
public final class FormErrors {

    private FormErrors() {}

    public static void add(BindingResult errors, RuleRefused refused) {
        String field = refused.field();
        if (field == null) {
            errors.reject(refused.messageKey(), refused.arguments(), refused.messageKey());
        } else {
            errors.rejectValue(field, refused.messageKey(), refused.arguments(), refused.messageKey());
        }
    }
}
