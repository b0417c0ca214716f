package org.attune.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.exchange.ContactField;
import org.attune.exchange.ContactsPreview;
import org.jspecify.annotations.Nullable;

/** What the columns of a table mean. */
public class ColumnsForm {

    private List<ContactField> columns = new ArrayList<>();
    private @Nullable String region;
    private @Nullable UUID owner;

    static ColumnsForm of(ContactsPreview preview) {
        ColumnsForm form = new ColumnsForm();
        form.columns =
                preview.headings().stream().map(ContactsPreview.Column::field).toList();
        form.region = preview.region();
        form.owner = preview.owner() == null ? null : preview.owner().value();
        return form;
    }

    @Nullable
    UserId chosenOwner() {
        return owner == null ? null : new UserId(owner);
    }

    public List<ContactField> getColumns() {
        return columns;
    }

    public void setColumns(List<ContactField> columns) {
        this.columns = columns;
    }

    public @Nullable UUID getOwner() {
        return owner;
    }

    public void setOwner(@Nullable UUID owner) {
        this.owner = owner;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }
}
