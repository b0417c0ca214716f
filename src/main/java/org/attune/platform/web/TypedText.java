package org.attune.platform.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;

/**
 * Text from forms and addresses comes without blanks around it, with line ends as the web sends them made plain, and
 * blank text is absent. PostgreSQL cannot keep the character NUL and nobody types it, so it is left out.
 */
class TypedText extends PropertyEditorSupport {

    @Override
    public void setAsText(@Nullable String text) {
        String plain =
                text == null ? "" : text.replace("\r\n", "\n").replace("\0", "").strip();
        setValue(plain.isEmpty() ? null : plain);
    }

    @Override
    public String getAsText() {
        return getValue() == null ? "" : getValue().toString();
    }
}
