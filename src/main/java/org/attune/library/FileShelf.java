package org.attune.library;

import java.util.Optional;

/** Where the content of files lies that is not in the database; each under the hash of what is in it. */
interface FileShelf {

    /** Whether files are put here at all. */
    boolean isOpen();

    /** What lies there already under this hash is the same, and stays. */
    void put(String hash, byte[] content);

    Optional<byte[]> read(String hash);
}
