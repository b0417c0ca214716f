package org.attune.fields;

import java.util.List;
import org.attune.platform.web.Option;

/**
 * A field as a form asks for it.
 *
 * @param options what can be chosen, where something is; also what is offered no more but chosen already
 */
public record FieldInput(Field field, List<Option> options) {

    public String path() {
        return field.path();
    }

    /** As template names it: the word of its kind. */
    public String kind() {
        return field.kind().word();
    }
}
