package dormouse.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.microedition.io.HttpConnection;

/**
 * One HTTP/1.1 request and its response. Where a power cut, a suspension or the way takes the connection, the request is made again, and what
 * the program has read already is skipped. Every request says which it is ({@code Dormouse-Message: generation.sequence}), so that a server
 * can drop the repeat of one that changes something.
 */
final class Http implements HttpConnection {
    private static final int PORT = 80;
    private static final int ATTEMPTS = 8;
    private static final int WAIT_MILLIS = 250;

    private static long lastSequence;

    private final String url;
    private final String host;
    private final String port;
    private final String file;
    private final String query;
    private final String ref;
    private final int timeoutMillis;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final long sequence;
    private String method = GET;
    private Socket socket;
    private HttpResponse response;
    private boolean isOutputOpen;
    private boolean isInputOpen;
    private boolean isClosed;

    Http(String url, int timeoutMillis) throws IOException {
        this.url = url;
        this.timeoutMillis = timeoutMillis;
        String rest = url.substring("http://".length());
        int hash = rest.indexOf('#');
        ref = hash < 0 ? null : rest.substring(hash + 1);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        query = mark < 0 ? null : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        int slash = rest.indexOf('/');
        file = slash < 0 ? null : rest.substring(slash);
        String[] place = Connections.hostAndPort(slash < 0 ? rest : rest.substring(0, slash), PORT);
        host = place[0];
        port = place[1];
        checkText(url);
        synchronized (Http.class) {
            sequence = ++lastSequence;
        }
        // What cannot be reached is told when it is opened.
        socket = Connections.openSocket(host, port, timeoutMillis);
    }

    /** No line end gets into the request by what the program says. */
    private static void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                throw new IllegalArgumentException("a control character in \"" + text + "\"");
            }
        }
    }

    private void respond() throws IOException {
        if (isClosed) {
            throw new IOException("the connection is closed");
        }
        if (response == null) {
            response = request();
        }
    }

    /** Sends the request until there is a response. */
    private HttpResponse request() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (socket == null) {
                    socket = Connections.openSocket(host, port, timeoutMillis);
                }
                send();
                return new HttpResponse(socket.openInputStream(), method.equals(HEAD));
            } catch (InterruptedIOException e) {
                dropSocket();
                throw e;
            } catch (IOException e) {
                dropSocket();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private void dropSocket() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(WAIT_MILLIS * attempt);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private void send() throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(file == null ? "/" : file);
        if (query != null) {
            head.append('?').append(query);
        }
        head.append(" HTTP/1.1\r\nHost: ").append(host).append(':').append(port).append("\r\nConnection: close\r\n");
        head.append("Dormouse-Message: ").append(socket.endpoint().info()[0]).append('.').append(sequence).append("\r\n");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            head.append(property.getKey()).append(": ").append(property.getValue()).append("\r\n");
        }
        if (body.size() > 0 || method.equals(POST)) {
            head.append("Content-Length: ").append(body.size()).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(first.length + body.size());
        whole.write(first, 0, first.length);
        body.writeTo(whole);
        socket.openOutputStream().write(whole.toByteArray());
    }

    @Override
    public InputStream openInputStream() throws IOException {
        respond();
        if (isInputOpen) {
            throw new IOException("the input stream is open already");
        }
        isInputOpen = true;
        return new Content();
    }

    @Override
    public DataInputStream openDataInputStream() throws IOException {
        return new DataInputStream(openInputStream());
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
        if (isClosed || response != null || isOutputOpen) {
            throw new IOException("the request was sent, or its stream is open already");
        }
        isOutputOpen = true;
        return body;
    }

    @Override
    public DataOutputStream openDataOutputStream() throws IOException {
        return new DataOutputStream(openOutputStream());
    }

    @Override
    public void close() {
        isClosed = true;
        dropSocket();
    }

    /** The content; made again from where it was when its connection goes. */
    private final class Content extends InputStream {
        private long read;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (from < 0 || count < 0 || count > bytes.length - from) {
                throw new IndexOutOfBoundsException();
            }
            if (count == 0) {
                return 0;
            }
            for (int attempt = 1; ; attempt++) {
                if (isClosed) {
                    throw new IOException("the connection is closed");
                }
                try {
                    int taken = response.read(bytes, from, count);
                    read += Math.max(taken, 0);
                    return taken;
                } catch (InterruptedIOException e) {
                    throw e;
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    again();
                }
            }
        }

        private void again() throws IOException {
            dropSocket();
            HttpResponse next = request();
            if (!next.isSameAs(response)) {
                throw new IOException("the content of " + url + " has changed while it was read");
            }
            response = next;
            byte[] skipped = new byte[512];
            for (long left = read; left > 0;) {
                int taken = next.read(skipped, 0, (int) Math.min(left, skipped.length));
                if (taken < 0) {
                    throw new IOException("the content of " + url + " has become shorter");
                }
                left -= taken;
            }
        }
    }

    @Override
    public String getURL() {
        return url;
    }

    @Override
    public String getProtocol() {
        return "http";
    }

    @Override
    public String getHost() {
        return host;
    }

    @Override
    public String getFile() {
        return file;
    }

    @Override
    public String getRef() {
        return ref;
    }

    @Override
    public String getQuery() {
        return query;
    }

    @Override
    public int getPort() {
        return Integer.parseInt(port);
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestMethod(String method) throws IOException {
        checkUnsent();
        if (!method.equals(GET) && !method.equals(HEAD) && !method.equals(POST)) {
            throw new IOException("method " + method + " is neither GET, HEAD nor POST");
        }
        this.method = method;
    }

    @Override
    public String getRequestProperty(String key) {
        return properties.get(key);
    }

    @Override
    public void setRequestProperty(String key, String value) throws IOException {
        checkUnsent();
        checkText(key);
        checkText(value);
        properties.put(key, value);
    }

    private void checkUnsent() throws IOException {
        if (response != null) {
            throw new IOException("the request was sent");
        }
    }

    @Override
    public int getResponseCode() throws IOException {
        respond();
        return response.code;
    }

    @Override
    public String getResponseMessage() throws IOException {
        respond();
        return response.message;
    }

    @Override
    public long getExpiration() throws IOException {
        return getHeaderFieldDate("expires", 0);
    }

    @Override
    public long getDate() throws IOException {
        return getHeaderFieldDate("date", 0);
    }

    @Override
    public long getLastModified() throws IOException {
        return getHeaderFieldDate("last-modified", 0);
    }

    @Override
    public String getHeaderField(String name) throws IOException {
        respond();
        return response.field(name);
    }

    @Override
    public int getHeaderFieldInt(String name, int otherwise) throws IOException {
        String value = getHeaderField(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public long getHeaderFieldDate(String name, long otherwise) throws IOException {
        return HttpDates.parse(getHeaderField(name), otherwise);
    }

    @Override
    public String getHeaderField(int index) throws IOException {
        respond();
        return index < 0 || index >= response.values.size() ? null : response.values.get(index);
    }

    @Override
    public String getHeaderFieldKey(int index) throws IOException {
        respond();
        return index < 0 || index >= response.keys.size() ? null : response.keys.get(index);
    }

    @Override
    public String getType() {
        return fieldOrNull("content-type");
    }

    @Override
    public String getEncoding() {
        return fieldOrNull("content-encoding");
    }

    @Override
    public long getLength() {
        String length = fieldOrNull("content-length");
        try {
            return length == null ? -1 : Long.parseLong(length.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String fieldOrNull(String name) {
        try {
            return getHeaderField(name);
        } catch (IOException e) {
            return null;
        }
    }
}
