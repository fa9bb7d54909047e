package feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.microedition.io.Connector;
import javax.microedition.io.HttpConnection;

/**
 * Reads an RSS feed now and then, and prints each title once, whatever happens in between: what it has printed is in its heap, so it goes on
 * after a power cut, a suspension or a move where it was. Arguments: URL, milliseconds between two looks, titles to read before it ends.
 */
public final class FeedReader {
    private final String url;
    private final Set<String> known = new HashSet<>();
    private String tag;

    private FeedReader(String url) {
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        FeedReader reader = new FeedReader(args[0]);
        long pauseMillis = Long.parseLong(args[1]);
        int wanted = Integer.parseInt(args[2]);
        while (reader.known.size() < wanted) {
            try {
                reader.look();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
            Thread.sleep(pauseMillis);
        }
        System.out.println(wanted + " titles");
    }

    private void look() throws IOException {
        HttpConnection connection = (HttpConnection) Connector.open(url);
        try {
            if (tag != null) {
                connection.setRequestProperty("If-None-Match", tag);
            }
            int code = connection.getResponseCode();
            if (code == HttpConnection.HTTP_NOT_MODIFIED) {
                return;
            }
            if (code != HttpConnection.HTTP_OK) {
                throw new IOException(url + ": " + code + " " + connection.getResponseMessage());
            }
            for (String title : titles(text(connection.openInputStream()))) {
                if (known.add(title)) {
                    System.out.println(title);
                }
            }
            tag = connection.getHeaderField("ETag");
        } finally {
            connection.close();
        }
    }

    private static String text(InputStream stream) throws IOException {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        char[] piece = new char[256];
        for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
            text.append(piece, 0, count);
        }
        return text.toString();
    }

    /** Titles of the items, oldest first: the feed has the newest first. */
    private static List<String> titles(String text) {
        List<String> titles = new ArrayList<>();
        for (int item = text.indexOf("<item>"); item >= 0; item = text.indexOf("<item>", item + 1)) {
            int from = text.indexOf("<title>", item) + "<title>".length();
            titles.add(0, text.substring(from, text.indexOf("</title>", from)));
        }
        return titles;
    }
}
