package org.attune.access.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.attune.access.Organisation;
import org.attune.platform.web.HouseZone;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells pages that nobody is signed in to what time it is at the house; asked for many times while a page is made, and read once. */
@Component
class HousePlace implements HouseZone {

    private static final String HERE = HousePlace.class.getName();

    private final Organisation organisation;

    HousePlace(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public ZoneId zone() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        if (request.getAttribute(HERE, RequestAttributes.SCOPE_REQUEST) instanceof ZoneId known) {
            return known;
        }
        ZoneId zone = read();
        request.setAttribute(HERE, zone, RequestAttributes.SCOPE_REQUEST);
        return zone;
    }

    private ZoneId read() {
        try {
            return organisation.current().zone();
        } catch (DataAccessException | TransactionException away) {
            return ZoneOffset.UTC;
        }
    }
}
