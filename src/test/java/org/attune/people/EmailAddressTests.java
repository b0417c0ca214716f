package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hedda@bergdahl.no",
                "o'brien+crm@mail.example.co.uk",
                "jürgen@müller.de",
                "a@b.io",
                "x_y-z@xn--mller-kva.de"
            })
    void acceptsAddressesMailCanBeSentTo(String address) {
        assertThat(EmailAddress.read(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hedda",
                "hedda@bergdahl",
                "@bergdahl.no",
                "hedda@.no",
                "hedda@bergdahl..no",
                "he dda@bergdahl.no",
                "hedda@berg dahl.no",
                "hedda@@bergdahl.no",
                ".hedda@bergdahl.no",
                "hed..da@bergdahl.no",
                "hedda@bergdahl.n",
                "hedda@-bergdahl.no",
                "Hedda <hedda@bergdahl.no>",
                "hedda@bergdahl.no,greta@lindholm.se",
                "hedda@192.168.0.1"
            })
    void refusesWhatCannotBeAnAddress(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void refusesAddressesLongerThanMailAllows() {
        assertThat(EmailAddress.read("a".repeat(65) + "@b.io")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b.".repeat(130) + "io")).isEmpty();
    }

    @Test
    void writesTheDomainSmallAndLeavesTheRestAsItIs() {
        assertThat(EmailAddress.read(" Hedda@BergDahl.NO ")).contains("Hedda@bergdahl.no");
    }
}
