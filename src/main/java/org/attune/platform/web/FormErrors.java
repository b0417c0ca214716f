package org.attune.platform.web;

import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotTaken;
import org.attune.platform.RuleRefused;
import org.springframework.validation.BindingResult;

/** Puts why a form was not taken where the person sees it: at the field of their form, or above the form. */
public final class FormErrors {

    private FormErrors() {}

    public static void add(BindingResult errors, NotTaken refused) {
        if (refused instanceof ChangedMeanwhile changed) {
            errors.addError(new Meanwhile(errors.getObjectName(), changed));
        } else if (refused instanceof RuleRefused rule) {
            add(errors, rule);
        }
    }

    private static void add(BindingResult errors, RuleRefused rule) {
        String field = rule.field();
        if (field == null) {
            errors.reject(rule.messageKey(), rule.arguments(), rule.messageKey());
        } else {
            errors.rejectValue(field, rule.messageKey(), rule.arguments(), rule.messageKey());
        }
    }
}
