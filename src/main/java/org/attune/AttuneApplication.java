package org.attune;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Attune, the CRM that listens first. */
@Modulithic(systemName = "Attune")
@SpringBootApplication
public class AttuneApplication {

    public static void main(String[] args) {
        SpringApplication.run(AttuneApplication.class, args);
    }
}
