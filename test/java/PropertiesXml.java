/** Properties as XML, and the other forms of theirs. */
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

public class PropertiesXml {
    public static void main(String[] args) throws IOException {
        Properties one = new Properties();
        one.setProperty("key", "a < b & \"c\" 'd'");
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        one.storeToXML(xml, "a comment & more");
        System.out.print(xml.toString("UTF-8"));
        Properties many = new Properties();
        many.setProperty("grüße", "äöü €");
        many.setProperty("empty", "");
        many.setProperty("lines", "a\nb\tc");
        many.setProperty("sp ace=", " lead");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        many.storeToXML(bytes, null);
        Properties back = new Properties();
        back.loadFromXML(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(back.equals(many) + " " + new TreeMap<>(back));
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE properties SYSTEM \"http://java.sun.com/dtd/properties.dtd\">\n"
                + "<properties><comment>c</comment><!-- no --><entry key='x'>1</entry>\n <entry key=\"y\">&#65;&lt;</entry><entry key=\"z\"/></properties>";
        Properties read = new Properties();
        read.loadFromXML(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        System.out.println(new TreeMap<>(read));
        StringWriter text = new StringWriter();
        one.store(text, null);
        String stored = text.toString();
        System.out.println(stored.substring(stored.indexOf('\n') + 1).trim());
        Properties loaded = new Properties();
        loaded.load(new StringReader("# comment\n! another\na=1\nb : two words \nc\\ d=\\u0041\\\n   more\ne\n\nf=\\t.\\=\n"));
        System.out.println(new TreeMap<>(loaded));
        Properties child = new Properties(loaded);
        child.setProperty("a", "own");
        System.out.println(child.getProperty("a") + " " + child.getProperty("e") + "|" + child.getProperty("none", "default") + " " + new TreeSet<>(child.stringPropertyNames()) + " " + child.size());
        try {
            read.loadFromXML(new ByteArrayInputStream("nonsense".getBytes()));
        } catch (IOException e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }
}
