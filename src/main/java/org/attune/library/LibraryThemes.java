package org.attune.library;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;

/** Themes by the names somebody typed. They come from what was heard, so none is made here. */
@Component
class LibraryThemes {

    private final MaterialRows rows;

    LibraryThemes(MaterialRows rows) {
        this.rows = rows;
    }

    List<UUID> named(List<String> names) {
        List<MaterialRows.NamedTheme> found = rows.themes(names);
        Set<String> known =
                found.stream().map(one -> MaterialWords.folded(one.typed())).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !known.contains(MaterialWords.folded(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleRefused("library.refused.theme", "themes", name);
                });
        return found.stream().map(MaterialRows.NamedTheme::id).distinct().toList();
    }
}
