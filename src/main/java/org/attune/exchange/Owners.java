package org.attune.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attune.access.Colleague;
import org.attune.access.Role;
import org.attune.access.Sellers;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose what is imported becomes: theirs who brought the file; where an admin brought it, theirs whom a line names by their
 * e-mail address, or else theirs whom the admin chose.
 */
@Component
public class Owners {

    private final Users users;
    private final Sellers sellers;

    Owners(Users users, Sellers sellers) {
        this.users = users;
        this.sellers = sellers;
    }

    /** Whether somebody imports for others. */
    public boolean chosenBy(Viewer viewer) {
        return viewer.role() == Role.ADMIN;
    }

    /** Whom one may choose; nobody where there is nothing to choose. */
    public List<Colleague> choices(Viewer viewer) {
        return chosenBy(viewer) ? users.colleagues() : List.of();
    }

    /** @throws RuleRefused for the field "owner", where nobody who works with customers is chosen */
    public void check(Viewer viewer, @Nullable UserId owner) {
        if (chosenBy(viewer) && owner != null && sellers.find(owner).isEmpty()) {
            throw new RuleRefused("people.contact.owner.must-sell", "owner");
        }
    }

    /** @throws RuleRefused for the field "owner", where somebody has to be chosen and nobody is */
    public void required(Viewer viewer, @Nullable UserId owner) {
        check(viewer, owner);
        if (owner == null && !viewer.sells()) {
            throw new RuleRefused("exchange.owner.needed", "owner");
        }
    }

    /** Whose all of a file becomes that no line gives to somebody else. */
    Optional<Viewer> of(Viewer viewer, ImportFile file) {
        UserId chosen = file.owner();
        if (chosenBy(viewer) && chosen != null) {
            return sellers.find(chosen);
        }
        return viewer.sells() ? Optional.of(viewer) : Optional.empty();
    }

    /** @param column in which lines name an owner; less than 0 for none */
    List<ContactLine> each(Viewer viewer, ImportFile file, int column, List<ContactLine> lines) {
        Map<String, Viewer> named = chosenBy(viewer)
                ? sellers.byEmail(lines.stream()
                        .flatMap(line -> line.cell(column).stream())
                        .toList())
                : Map.of();
        Viewer otherwise = of(viewer, file).orElse(null);
        return lines.stream()
                .map(line -> owned(line, line.cell(column), named, otherwise))
                .toList();
    }

    private static ContactLine owned(
            ContactLine line, Optional<String> said, Map<String, Viewer> named, @Nullable Viewer otherwise) {
        Viewer owner =
                said.map(word -> named.get(word.toLowerCase(Locale.ROOT))).orElse(otherwise);
        if (line.details() == null) {
            return line;
        }
        return owner == null
                ? ContactLine.refused(line.row(), line.name(), Remark.of("exchange.line.nobodys"))
                : line.goingTo(owner);
    }
}
