package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.ContactExports;
import org.attune.fields.Field;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.platform.SafeCsv;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A list of contacts as a table that a spreadsheet reads, with headings that an import understands. */
@Controller
@OpenTo(Audience.SELLERS)
class ContactExportController {

    private static final String END = "\r\n";

    private static final List<String> COLUMNS = List.of(
            "given-name",
            "family-name",
            "job-title",
            "company",
            "email",
            "phone",
            "language",
            "source",
            "stage",
            "owner",
            "tags");

    private final ContactExports exports;
    private final Fields fields;
    private final MessageSource messages;

    ContactExportController(ContactExports exports, Fields fields, MessageSource messages) {
        this.exports = exports;
        this.fields = fields;
        this.messages = messages;
    }

    @PostMapping("/contacts/export")
    void export(Viewer viewer, @ModelAttribute("query") ListQuery query, HttpServletResponse response)
            throws IOException {
        List<Field> own = fields.asked(Holder.CONTACT);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("attune-contacts.csv")
                        .build()
                        .toString());
        PrintWriter writer = response.getWriter();
        writer.write("\uFEFF" + heading(viewer, own) + END);
        exports.lines(
                viewer, query.filter(own, viewer.locale()), own, line -> writer.write(SafeCsv.safeLine(line) + END));
        writer.flush();
    }

    private String heading(Viewer viewer, List<Field> own) {
        Stream<String> columns =
                COLUMNS.stream().map(column -> messages.getMessage("desk.export." + column, null, viewer.locale()));
        return SafeCsv.safeLine(
                Stream.concat(columns, own.stream().map(Field::name)).toList());
    }
}
