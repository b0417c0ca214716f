package org.attune.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of contacts.
 *
 * @param next after which key it goes on, or none at its end
 * @param stop why there may be more than these; none where there are not
 */
public record ListedContacts(
        List<ContactLine> items,
        @Nullable String next,
        @Nullable ListStop stop) {}
