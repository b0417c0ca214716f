package org.attune.access.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code to be drawn as one path.
 *
 * @param size of the square, with the quiet zone around it
 * @param path all dark fields, each a square of one
 */
record QrCode(int size, String path) {

    private static final int QUIET = 4;

    static QrCode of(String text) {
        try {
            ByteMatrix fields = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(fields.getWidth() + 2 * QUIET, path(fields));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no text for a QR code", tooLong);
        }
    }

    private static String path(ByteMatrix fields) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < fields.getHeight(); y++) {
            for (int x = 0; x < fields.getWidth(); x++) {
                if (fields.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
