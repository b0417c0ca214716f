package org.attune.platform.web;

import org.springframework.beans.PropertyAccessException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;

/** Says of an amount that can be read in two ways which these are; of all else, that it has another form. */
class BindingErrors extends DefaultBindingErrorProcessor {

    @Override
    public void processPropertyAccessException(PropertyAccessException problem, BindingResult result) {
        if (NestedExceptionUtils.getRootCause(problem) instanceof AmbiguousAmount amount
                && problem.getPropertyName() != null) {
            result.addError(new FieldError(
                    result.getObjectName(),
                    problem.getPropertyName(),
                    problem.getValue(),
                    true,
                    new String[] {"platform.form.ambiguous"},
                    amount.readings(),
                    null));
        } else {
            super.processPropertyAccessException(problem, result);
        }
    }
}
