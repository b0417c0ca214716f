package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class AttributesAtHandTests {

    private final MockHttpServletRequest outside = new MockHttpServletRequest();

    @Test
    void knowsWhatTheRequestKnewWhenThePageBegan() {
        outside.setAttribute("person", "Maya");
        outside.setAttribute("org.attune.caller", "her");

        HttpServletRequest page = new AttributesAtHand(outside);

        assertThat(page.getAttribute("person")).isEqualTo("Maya");
        assertThat(page.getAttribute("org.attune.caller")).isEqualTo("her");
        assertThat(page.getAttribute("nobody")).isNull();
        assertThat(Collections.list(page.getAttributeNames())).containsExactlyInAnyOrder("person", "org.attune.caller");
    }

    @Test
    void whatAPageSetsOrTakesAwayGoesWithIt() {
        outside.setAttribute("person", "Maya");
        outside.setAttribute("org.attune.caller", "her");
        HttpServletRequest page = new AttributesAtHand(outside);

        page.setAttribute("row", 7);
        page.removeAttribute("person");
        page.removeAttribute("org.attune.caller");

        assertThat(page.getAttribute("row")).isEqualTo(7);
        assertThat(page.getAttribute("person")).isNull();
        assertThat(page.getAttribute("org.attune.caller")).isNull();
        assertThat(Collections.list(page.getAttributeNames())).containsExactly("row");
        assertThat(outside.getAttribute("row")).isNull();
        assertThat(outside.getAttribute("person")).isEqualTo("Maya");
    }

    @Test
    void asksTheServerForWhatItNamesToNobody() {
        HttpServletRequest page = new AttributesAtHand(new HttpServletRequestWrapper(outside) {
            @Override
            public @Nullable Object getAttribute(String name) {
                return name.equals("org.apache.tomcat.sendfile.support") ? true : super.getAttribute(name);
            }
        });

        assertThat(page.getAttribute("org.apache.tomcat.sendfile.support")).isEqualTo(true);
    }
}
