package java.util;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;

/** Properties as a document of XML: the elements of the one document type, and no other XML than that. */
final class PropertyXml {
    private static final String TYPE = "<!DOCTYPE properties SYSTEM \"http://java.sun.com/dtd/properties.dtd\">";

    private final String text;
    private int at;

    private PropertyXml(String text) {
        this.text = text;
    }

    static void store(Properties properties, OutputStream out, String comment, String encoding) throws IOException {
        Writer writer = new OutputStreamWriter(out, encoding);
        writer.write("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + TYPE + "\n<properties>\n");
        if (comment != null) {
            writer.write("<comment>" + escaped(comment) + "</comment>\n");
        }
        synchronized (properties) {
            for (Map.Entry<Object, Object> entry : properties.entrySet()) {
                String key = escaped((String) entry.getKey());
                writer.write("<entry key=\"" + key + "\">" + escaped((String) entry.getValue()) + "</entry>\n");
            }
        }
        writer.write("</properties>\n");
        writer.flush();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static void load(Properties properties, InputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStreamReader reader = new InputStreamReader(in, "UTF-8")) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                all.append((char) c);
            }
        }
        new PropertyXml(all.toString()).read(properties);
    }

    private void read(Properties properties) throws IOException {
        if (!skipTo("<properties")) {
            throw new InvalidPropertiesFormatException("no properties");
        }
        at = after('>');
        while (skipTo("<") && !text.startsWith("</properties", at)) {
            if (text.startsWith("<!--", at)) {
                at = text.indexOf("-->", at) + 3;
            } else if (text.startsWith("<entry", at)) {
                readEntry(properties);
            } else {
                at = after('>');
            }
        }
    }

    private void readEntry(Properties properties) throws IOException {
        int quoteAt = text.indexOf("key=", at) + 4;
        char quote = text.charAt(quoteAt);
        int keyEnd = text.indexOf(quote, quoteAt + 1);
        String key = plain(text.substring(quoteAt + 1, keyEnd));
        at = keyEnd;
        at = after('>');
        String value = "";
        if (text.charAt(at - 2) != '/') {
            int end = text.indexOf("</entry", at);
            if (end < 0) {
                throw new InvalidPropertiesFormatException("an entry without an end");
            }
            value = plain(text.substring(at, end));
            at = end;
            at = after('>');
        }
        properties.setProperty(key, value);
    }

    private boolean skipTo(String mark) {
        int found = text.indexOf(mark, at);
        at = found < 0 ? at : found;
        return found >= 0;
    }

    private int after(char end) throws IOException {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw new InvalidPropertiesFormatException("an element without an end");
        }
        return found + 1;
    }

    /** With references to characters resolved. */
    private static String plain(String value) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            int end = c == '&' ? value.indexOf(';', at) : -1;
            if (end < 0) {
                result.append(c);
                at++;
            } else {
                result.appendCodePoint(named(value.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return result.toString();
    }

    private static int named(String name) {
        switch (name) {
            case "amp":
                return '&';
            case "lt":
                return '<';
            case "gt":
                return '>';
            case "quot":
                return '"';
            case "apos":
                return '\'';
            default:
                return name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        }
    }
}
