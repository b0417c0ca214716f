package org.attune.access.web;

import java.util.List;
import org.attune.access.SecondProof;
import org.attune.access.SignInBy;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Somebody at the door who has proved who they are.
 *
 * @param second what they proved beside it, if anything
 * @param stay whether the session outlives the browser's closing
 */
record Arrival(UserId user, SignInBy by, @Nullable SecondProof second, boolean stay) {

    static Arrival byPassword(UserId user, boolean stay) {
        return new Arrival(user, SignInBy.PASSWORD, null, stay);
    }

    static Arrival byLink(UserId user) {
        return new Arrival(user, SignInBy.LINK, null, false);
    }

    /** In the demo a click proves everything. */
    static Arrival inTheDemo(UserId user) {
        return new Arrival(user, SignInBy.DEMO, null, false);
    }

    Arrival with(SecondProof proof) {
        return new Arrival(user, by, proof, stay);
    }

    /** As Spring Security grants factors. */
    List<FactorGrantedAuthority> factors() {
        FactorGrantedAuthority first = FactorGrantedAuthority.fromAuthority(authority());
        return second == null && by != SignInBy.DEMO
                ? List.of(first)
                : List.of(first, FactorGrantedAuthority.fromAuthority(Factors.SECOND));
    }

    private String authority() {
        return switch (by) {
            case PASSWORD -> FactorGrantedAuthority.PASSWORD_AUTHORITY;
            case LINK -> FactorGrantedAuthority.OTT_AUTHORITY;
            case SINGLE_SIGN_ON -> FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
            case DEMO -> "FACTOR_DEMO";
        };
    }
}
