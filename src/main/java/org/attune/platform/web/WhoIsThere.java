package org.attune.platform.web;

import java.util.Optional;

/** Answers who is signed in, for the frame around the pages; asked several times a page, so it must cost next to nothing. */
@FunctionalInterface
public interface WhoIsThere {

    Optional<ShellPerson> person();
}
