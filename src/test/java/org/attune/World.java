package org.attune;

import java.util.Map;
import org.attune.Pages.Page;
import org.attune.Pages.Who;
import org.attune.access.Viewer;
import org.attune.people.ContactId;

/**
 * A salesperson who has something of everything, the manager who leads them, an admin, one who decides, and where what they have is found.
 *
 * @param places by the name that stands for each in an address
 */
public record World(
        Viewer seller, Viewer manager, Viewer admin, Viewer decider, ContactId contact, Map<String, String> places) {

    public Viewer seenBy(Who who) {
        return switch (who) {
            case SELLER -> seller;
            case MANAGER -> manager;
            case ADMIN -> admin;
            case DECIDER -> decider;
            case NOBODY -> throw new IllegalArgumentException("nobody is signed in");
        };
    }

    public String at(Page page) {
        return at(page.path());
    }

    public String at(String path) {
        String address = path;
        for (Map.Entry<String, String> place : places.entrySet()) {
            address = address.replace("{" + place.getKey() + "}", place.getValue());
        }
        return address;
    }
}
