package org.attune.needs.web;

import org.attune.platform.NotTaken;
import org.attune.platform.web.FormErrors;
import org.springframework.validation.BindingResult;

/** Does what a form asks for, unless the form or a rule has something against it. */
final class Attempt {

    private Attempt() {}

    static boolean holds(BindingResult errors, Runnable deed) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            deed.run();
            return true;
        } catch (NotTaken refused) {
            FormErrors.add(errors, refused);
            return false;
        }
    }
}
