package org.attune.library;

/**
 * A file on its way out.
 *
 * @param hash of its content, as hexadecimal digits
 */
public record FileDownload(FileView file, String hash) {}
