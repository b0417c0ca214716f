package org.attune.exchange.web;

import java.util.List;
import org.attune.access.Colleague;
import org.attune.access.Viewer;
import org.attune.exchange.Owners;
import org.attune.platform.web.Option;

/** Those whom an admin can make the owner of what they import. */
final class OwnerOptions {

    private OwnerOptions() {}

    static List<Option> of(Owners owners, Viewer viewer) {
        return owners.choices(viewer).stream().map(OwnerOptions::option).toList();
    }

    private static Option option(Colleague colleague) {
        String name = colleague.team() == null ? colleague.name() : colleague.name() + " · " + colleague.team();
        return new Option(colleague.id().value().toString(), name);
    }
}
