package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.attune.access.Role;
import org.attune.access.SignedIn;
import org.attune.access.Viewer;
import org.attune.platform.web.ShellPerson;
import org.attune.platform.web.WhoIsThere;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the frame around the pages who is signed in. */
@Component
class PersonThere implements WhoIsThere {

    private static final String HERE = PersonThere.class.getName();

    private final Caller caller;
    private final Demo demo;

    PersonThere(Caller caller, Demo demo) {
        this.caller = caller;
        this.demo = demo;
    }

    @Override
    public Optional<ShellPerson> person() {
        return request().flatMap(request -> caller.of(request).map(signedIn -> person(signedIn, request)));
    }

    /** Asked for with every word and date of a page, and put together once. */
    private ShellPerson person(SignedIn signedIn, HttpServletRequest request) {
        if (request.getAttribute(HERE) instanceof Known known && known.signedIn == signedIn) {
            return known.person;
        }
        ShellPerson person = person(signedIn);
        request.setAttribute(HERE, new Known(signedIn, person));
        return person;
    }

    private ShellPerson person(SignedIn signedIn) {
        Viewer viewer = signedIn.viewer();
        return new ShellPerson(
                viewer.uuid(),
                viewer.name(),
                "access.role." + viewer.role().name().toLowerCase(Locale.ROOT),
                viewer.sells(),
                viewer.role() == Role.MANAGER,
                viewer.role() == Role.ADMIN,
                viewer.role() == Role.DECIDER,
                viewer.hat().name().toLowerCase(Locale.ROOT),
                signedIn.theme().name().toLowerCase(Locale.ROOT),
                signedIn.singleKeys(),
                demo.isRunning(),
                viewer.zone(),
                viewer.locale());
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    private record Known(SignedIn signedIn, ShellPerson person) {}
}
