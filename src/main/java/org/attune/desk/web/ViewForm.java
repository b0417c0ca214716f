package org.attune.desk.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.attune.people.SavedView;
import org.jspecify.annotations.Nullable;

/**
 * A list of contacts is to have a name.
 *
 * @param query what makes the list
 */
record ViewForm(
        @NotNull @Nullable UUID id,
        @Nullable String name,
        @Nullable String query) {

    SavedView view(UUID own) {
        return new SavedView(own, name == null ? "" : name, query == null ? "" : query);
    }
}
