package org.attune.platform.web;

/** A password in a form: kept exactly as it was typed, and never shown by accident. */
public record Secret(String typed) {

    @Override
    public String toString() {
        return "kept to itself";
    }
}
