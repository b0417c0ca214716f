package org.attune.library.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Writes what somebody wrote in Markdown as a page, element by element from a short list of our own. HTML in it is text, a
 * picture is a link to it, and a link leads only where {@link SafeLink} lets it. Nothing here calls itself, so that no text is
 * nested too deep for it. See decision 0030.
 */
final class Markdown {

    /** As deep as anybody writes; what is deeper stays text. */
    private static final int DEEPEST = 24;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final Pen pen;
    private final Deque<String> open = new ArrayDeque<>();
    private int heading = 2;
    private int links;

    private Markdown(Pen pen) {
        this.pen = pen;
    }

    /** Writes elements and text; it has to escape what it is given. */
    interface Pen {

        void open(String element, Map<String, String> attributes);

        void close(String element);

        void empty(String element);

        void text(String text);
    }

    static void write(String source, Pen pen) {
        new Markdown(pen).walk(PARSER.parse(source));
    }

    private void walk(Node document) {
        Node node = document.getFirstChild();
        while (node != null) {
            enter(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node);
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                if (node == null || node == document) {
                    return;
                }
                leave(node);
            }
            node = node == null ? null : node.getNext();
        }
    }

    private void enter(Node node) {
        open.push(element(node));
        if (!open.element().isEmpty()) {
            pen.open(open.element(), attributes(node));
        }
        write(node);
    }

    private void leave(Node node) {
        if (node instanceof Link || node instanceof Image) {
            links--;
        }
        String element = open.pop();
        if (!element.isEmpty()) {
            pen.close(element);
        }
    }

    /** What it is on a page; empty where only what is in it counts. */
    private String element(Node node) {
        if (node instanceof Paragraph) {
            return isTight(node) ? "" : "p";
        } else if (node instanceof Heading wanted) {
            heading =
                    Math.min(Math.min(wanted.getLevel() + 2, heading + 1), 6); // below that of the page, none left out
            return "h" + heading;
        } else if (node instanceof Link || node instanceof Image) {
            links++;
            return links == 1 && SafeLink.of(destination(node)).isPresent() ? "a" : "";
        } else if (node instanceof Emphasis) {
            return "em";
        } else if (node instanceof StrongEmphasis) {
            return "strong";
        }
        return block(node);
    }

    private static String block(Node node) {
        if (node instanceof BulletList) {
            return "ul";
        } else if (node instanceof OrderedList) {
            return "ol";
        } else if (node instanceof ListItem) {
            return "li";
        } else if (node instanceof BlockQuote) {
            return "blockquote";
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return "pre";
        }
        return node instanceof Code ? "code" : node instanceof HtmlBlock ? "p" : "";
    }

    private Map<String, String> attributes(Node node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (open.element().equals("a")) {
            attributes.put("href", destination(node));
            attributes.put("rel", "noopener noreferrer");
        } else if (node instanceof OrderedList list && list.getMarkerStartNumber() != null) {
            attributes.put("start", String.valueOf(list.getMarkerStartNumber()));
        }
        return attributes;
    }

    private void write(Node node) {
        if (node instanceof Text text) {
            pen.text(text.getLiteral());
        } else if (node instanceof Code code) {
            pen.text(code.getLiteral());
        } else if (node instanceof HtmlInline html) {
            pen.text(html.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            pen.text(html.getLiteral());
        } else if (node instanceof FencedCodeBlock code) {
            pen.text(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            pen.text(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            pen.text("\n");
        } else if (node instanceof HardLineBreak) {
            pen.empty("br");
        } else if (node instanceof ThematicBreak) {
            pen.empty("hr");
        } else if ((node instanceof Link || node instanceof Image) && node.getFirstChild() == null) {
            pen.text(destination(node)); // a link needs a name
        }
    }

    private static String destination(Node node) {
        return node instanceof Link link ? link.getDestination() : ((Image) node).getDestination();
    }

    private static boolean isTight(Node paragraph) {
        Node item = paragraph.getParent();
        return item instanceof ListItem && item.getParent() instanceof ListBlock list && list.isTight();
    }
}
