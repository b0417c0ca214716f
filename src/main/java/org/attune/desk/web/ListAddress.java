package org.attune.desk.web;

import java.util.List;
import org.attune.people.SavedView;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a saved view is found. */
final class ListAddress {

    private static final List<String> KEPT =
            List.of("only", "q", "stage", "owner", "tag", "company", "heard", "health", "archived", "sort");

    private ListAddress() {}

    /** Whatever a kept query holds, the address stays that of the list. */
    static String of(SavedView view) {
        MultiValueMap<String, String> kept = UriComponentsBuilder.newInstance()
                .query(view.query().replaceAll("[^\\w%&=.~+-]", ""))
                .build()
                .getQueryParams();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/contacts");
        KEPT.stream().filter(kept::containsKey).forEach(name -> address.queryParam(name, kept.getFirst(name)));
        kept.keySet().stream()
                .filter(name -> name.matches("own%5Bf[0-9a-f]{32}(-from|-to|-none)?%5D"))
                .forEach(name -> address.queryParam(name, kept.getFirst(name)));
        return address.queryParam("view", view.id()).build(true).toUriString();
    }
}
