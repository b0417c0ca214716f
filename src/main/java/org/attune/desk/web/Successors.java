package org.attune.desk.web;

import java.util.List;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.platform.web.Option;
import org.springframework.stereotype.Component;

/** Whom one may name to take over from somebody. */
@Component
class Successors {

    private final Users users;

    Successors(Users users) {
        this.users = users;
    }

    List<Option> to(UserId before) {
        return users.colleagues().stream()
                .filter(one -> !one.id().equals(before))
                .map(one -> new Option(
                        one.id().value().toString(), one.team() == null ? one.name() : one.name() + ", " + one.team()))
                .toList();
    }
}
