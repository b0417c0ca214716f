package org.attune.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what the database alone, or a copy of it, must not give away. The key is not kept there. AES-256 in GCM. */
public final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG = 128;

    private final SecretKeySpec key;

    /** @param key long and random; whoever knows it opens everything */
    public Seal(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("attune seal " + key).getBytes(StandardCharsets.UTF_8));
            this.key = new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public byte[] close(byte[] open) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(open);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /** Nothing, where it was closed with another key or changed since. */
    public Optional<byte[]> open(byte[] closed) {
        if (closed.length <= NONCE + TAG / Byte.SIZE) {
            return Optional.empty(); // too short for either, which Java calls a failure of its own
        }
        try {
            byte[] nonce = Arrays.copyOf(closed, NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(closed, NONCE, closed.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** Always the same 256 bits for the same words, which nobody finds without the key. HMAC with SHA-256. */
    public byte[] mark(String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("attune mark " + words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
        return cipher;
    }
}
