package org.attune.insight.web;

import org.attune.insight.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a slice is looked at, without the context path. An address names its days, so that a figure that was sent to somebody is
 * the same one tomorrow.
 */
final class Addresses {

    private Addresses() {}

    /** Of a dashboard; of the overview for an empty name. */
    static String dashboard(String dashboard, Slice slice) {
        return narrowed(path(dashboard), slice).encode().toUriString();
    }

    /** Of what a figure counts. */
    static String rows(String dashboard, String figure, Slice slice) {
        return rows("/rows", dashboard, figure, slice, null);
    }

    static String rowsAfter(String dashboard, String figure, Slice slice, String after) {
        return rows("/rows", dashboard, figure, slice, after);
    }

    static String rowsAsCsv(String dashboard, String figure, Slice slice) {
        return rows("/rows.csv", dashboard, figure, slice, null);
    }

    /** Of a chart's numbers. */
    static String csv(String dashboard, String table, Slice slice) {
        return narrowed(path(dashboard) + "/" + table + ".csv", slice).encode().toUriString();
    }

    private static String rows(String end, String dashboard, String figure, Slice slice, @Nullable String after) {
        UriComponentsBuilder address = narrowed(path(dashboard) + end, slice).queryParam("figure", "{figure}");
        if (after != null) {
            address.queryParam("after", "{after}");
        }
        return address.encode().build(figure, after == null ? "" : after).toString();
    }

    private static String path(String dashboard) {
        return dashboard.isEmpty() ? "/dashboards" : "/dashboards/" + dashboard;
    }

    private static UriComponentsBuilder narrowed(String path, Slice slice) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        put(address, "team", slice.team() == null ? null : slice.team().value());
        put(address, "person", slice.person() == null ? null : slice.person().value());
        put(address, "stage", slice.stage());
        put(address, "company", slice.company() == null ? null : slice.company().value());
        return address.queryParam("period", SliceReading.CUSTOM)
                .queryParam("from", slice.period().from())
                .queryParam("until", slice.period().until());
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
