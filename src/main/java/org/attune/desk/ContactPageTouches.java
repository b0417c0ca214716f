package org.attune.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.nurture.TouchView;
import org.attune.nurture.Touches;
import org.springframework.stereotype.Component;

/** Reads touches for a timeline, in one statement for any number of them. */
@Component
class ContactPageTouches {

    private final Touches touches;

    ContactPageTouches(Touches touches) {
        this.touches = touches;
    }

    Map<UUID, TouchView> read(Viewer viewer, List<UUID> ids) {
        Map<UUID, TouchView> found = new HashMap<>();
        touches.among(viewer, ids).forEach(touch -> found.put(touch.id(), touch));
        return found;
    }
}
