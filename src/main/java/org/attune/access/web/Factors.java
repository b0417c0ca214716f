package org.attune.access.web;

import org.attune.access.SecondFactor;
import org.attune.access.SignedIn;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.core.Authentication;

/** What a session has to have proved before it is somebody's. */
final class Factors {

    static final String SECOND = "FACTOR_SECOND";

    private static final AllRequiredFactorsAuthorizationManager<SignedIn> BOTH =
            AllRequiredFactorsAuthorizationManager.<SignedIn>builder()
                    .requireFactor(factor -> factor.authority(SECOND))
                    .build();

    private Factors() {}

    /** A code is still to come. */
    static boolean lacksCode(SignedIn person, Authentication session) {
        return person.secondFactor() == SecondFactor.ON && !proved(person, session);
    }

    /** They have to set up a second factor before anything else. */
    static boolean lacksSetUp(SignedIn person, Authentication session) {
        return person.secondFactor() == SecondFactor.MISSING && !proved(person, session);
    }

    private static boolean proved(SignedIn person, Authentication session) {
        return BOTH.authorize(() -> session, person).isGranted();
    }
}
