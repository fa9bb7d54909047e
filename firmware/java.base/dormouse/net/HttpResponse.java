package dormouse.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Status line, header and body of a response, as they come. */
final class HttpResponse {
    private static final int LINE_MAX = 8192;
    private static final int FIELDS_MAX = 200;

    final int code;
    final String message;
    final List<String> keys = new ArrayList<>();
    final List<String> values = new ArrayList<>();
    private final InputStream stream;
    private final boolean isChunked;
    /** Bytes of the body, or of the chunk, that are still to come; negative: to the end of the stream. */
    private long left;
    private boolean isOver;

    /** Reads status line and header. */
    HttpResponse(InputStream stream, boolean isHead) throws IOException {
        this.stream = stream;
        String status = line();
        while (status.startsWith("HTTP/1.1 1")) {
            readFields();
            keys.clear();
            values.clear();
            status = line();
        }
        if (!status.startsWith("HTTP/1.") || status.length() < 12 || status.charAt(8) != ' ') {
            throw new IOException("the server does not speak HTTP");
        }
        code = number(status.substring(9, 12), 10);
        message = status.length() > 13 ? status.substring(13) : "";
        readFields();
        String coding = field("transfer-encoding");
        isChunked = coding != null && coding.toLowerCase().endsWith("chunked");
        String length = field("content-length");
        left = isChunked ? 0 : length == null ? -1 : number(length.trim(), 10);
        isOver = isHead || code == 204 || code == 304 || left == 0 && !isChunked;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseInt(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IOException("the server sends \"" + text + "\" as a number");
    }

    private void readFields() throws IOException {
        for (String text = line(); !text.isEmpty(); text = line()) {
            int colon = text.indexOf(':');
            if (colon <= 0 || keys.size() == FIELDS_MAX) {
                throw new IOException("the server sends a header that is none");
            }
            keys.add(text.substring(0, colon));
            values.add(text.substring(colon + 1).trim());
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = stream.read(); c != '\n'; c = stream.read()) {
            if (c < 0) {
                throw new IOException("the server ends in the middle of a header");
            }
            if (text.length() == LINE_MAX) {
                throw new IOException("the server sends a line without an end");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    /** The last field of this name, or null. */
    String field(String name) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (keys.get(i).equalsIgnoreCase(name)) {
                return values.get(i);
            }
        }
        return null;
    }

    /** Bytes of the body; -1 at its end. */
    int read(byte[] bytes, int from, int count) throws IOException {
        if (isOver) {
            return -1;
        }
        if (isChunked && left == 0 && !nextChunk()) {
            return -1;
        }
        int taken = stream.read(bytes, from, left < 0 ? count : (int) Math.min(count, left));
        if (taken < 0) {
            isOver = true;
            if (left > 0) {
                throw new IOException("the server ends in the middle of the content");
            }
            return -1;
        }
        if (left > 0) {
            left -= taken;
            if (left == 0 && isChunked) {
                line();
            } else if (left == 0) {
                isOver = true;
            }
        }
        return taken;
    }

    private boolean nextChunk() throws IOException {
        String size = line();
        int end = size.indexOf(';');
        left = number((end < 0 ? size : size.substring(0, end)).trim(), 16);
        if (left > 0) {
            return true;
        }
        while (!line().isEmpty()) {
            // Trailers are of no use here.
        }
        isOver = true;
        return false;
    }

    /** Whether the other response brings the same content. */
    boolean isSameAs(HttpResponse other) {
        return code == other.code
                && isEqual(field("etag"), other.field("etag"))
                && isEqual(field("last-modified"), other.field("last-modified"))
                && isEqual(field("content-length"), other.field("content-length"));
    }

    private static boolean isEqual(String left, String right) {
        return left == null ? right == null : left.equals(right);
    }
}
