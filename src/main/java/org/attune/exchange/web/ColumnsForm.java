package org.attune.exchange.web;

import java.util.ArrayList;
import java.util.List;
import org.attune.exchange.ContactField;
import org.attune.exchange.ContactsPreview;
import org.jspecify.annotations.Nullable;

/** What the columns of a table mean. */
public class ColumnsForm {

    private List<ContactField> columns = new ArrayList<>();
    private @Nullable String region;

    static ColumnsForm of(ContactsPreview preview) {
        ColumnsForm form = new ColumnsForm();
        form.columns =
                preview.headings().stream().map(ContactsPreview.Column::field).toList();
        form.region = preview.region();
        return form;
    }

    public List<ContactField> getColumns() {
        return columns;
    }

    public void setColumns(List<ContactField> columns) {
        this.columns = columns;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }
}
