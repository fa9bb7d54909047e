package java.util;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads words, numbers and lines from a text. Words end at white space, or at what a pattern says. */
public final class Scanner implements Iterator<String>, Closeable {
    private final Reader source;
    private final StringBuilder buffer = new StringBuilder();
    /** Where the part of the buffer begins that is not used yet. */
    private int position;
    private boolean ended;
    private boolean closed;
    private IOException trouble;
    private int radix = 10;
    /** Null: white space, which is found without a pattern. */
    private Pattern delimiter;
    /** What was matched last: a text for words, a result for patterns. */
    private String lastWord;
    private MatchResult lastMatch;

    public Scanner(InputStream source) {
        this(new InputStreamReader(Objects.requireNonNull(source, "source")));
    }

    /** @throws IllegalArgumentException if there is no such encoding */
    public Scanner(InputStream source, String charsetName) {
        this(reader(source, charsetName));
    }

    public Scanner(InputStream source, Charset charset) {
        this(new InputStreamReader(Objects.requireNonNull(source, "source"), charset));
    }

    public Scanner(Readable source) {
        Objects.requireNonNull(source, "source");
        this.source = source instanceof Reader ? (Reader) source : new ReadableReader(source);
    }

    /** Anything readable as a reader. */
    private static final class ReadableReader extends Reader {
        private final Readable readable;

        ReadableReader(Readable readable) {
            this.readable = readable;
        }

        @Override
        public int read(char[] chars, int off, int len) throws IOException {
            return readable.read(CharBuffer.wrap(chars, off, len));
        }

        @Override
        public void close() throws IOException {
            if (readable instanceof Closeable) {
                ((Closeable) readable).close();
            }
        }
    }

    public Scanner(String source) {
        this(new StringReader(source));
    }

    private static Reader reader(InputStream source, String charsetName) {
        try {
            return new InputStreamReader(source, charsetName);
        } catch (IOException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    /** Reads on and drops what has been used; false, and nothing moves, at the end of the text. */
    private boolean fill() {
        if (ended) {
            return false;
        }
        char[] chars = new char[256];
        int count;
        try {
            count = source.read(chars, 0, chars.length);
        } catch (IOException e) {
            trouble = e;
            count = -1;
        }
        if (count < 0) {
            ended = true;
            return false;
        }
        buffer.delete(0, position);
        position = 0;
        buffer.append(chars, 0, count);
        return true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("Scanner closed");
        }
    }

    /** Length of the delimiters before the word that {@code peek} gave. */
    private int skipped;

    /** The next word without using it up, or null; the delimiters before it are passed only with {@link #take}. */
    private String peek() {
        checkOpen();
        if (delimiter != null) {
            return peekByPattern();
        }
        int start = 0;
        while (true) {
            while (position + start < buffer.length() && Character.isWhitespace(buffer.charAt(position + start))) {
                start++;
            }
            if (position + start < buffer.length()) {
                break;
            }
            if (!fill()) {
                return null;
            }
        }
        int end = start;
        while (true) {
            while (position + end < buffer.length() && !Character.isWhitespace(buffer.charAt(position + end))) {
                end++;
            }
            if (position + end < buffer.length() || !fill()) {
                skipped = start;
                return buffer.substring(position + start, position + end);
            }
        }
    }

    private String peekByPattern() {
        while (true) {
            Matcher matcher = delimiter.matcher(buffer).region(position, buffer.length());
            int start = position;
            if (matcher.lookingAt()) {
                start = matcher.end();
            }
            if ((matcher.hitEnd() || start == buffer.length()) && fill()) {
                continue;
            }
            if (start == buffer.length()) {
                return null;
            }
            matcher.region(start, buffer.length());
            boolean found = matcher.find() && (matcher.end() > start || matcher.find());
            if ((!found || matcher.hitEnd()) && fill()) {
                continue;
            }
            skipped = start - position;
            return buffer.substring(start, found ? matcher.start() : buffer.length());
        }
    }

    /** Uses the word up that {@code peek} gave. */
    private void take(String word) {
        position += skipped + word.length();
        lastWord = word;
        lastMatch = null;
    }

    private String some() {
        String word = peek();
        if (word == null) {
            throw new NoSuchElementException();
        }
        return word;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public String next() {
        String word = some();
        take(word);
        return word;
    }

    /** The length of the line that begins here, without its end; -1 if there is none. */
    private int lineLength() {
        checkOpen();
        int length = 0;
        while (true) {
            while (position + length < buffer.length() && lineEndLength(position + length) == 0) {
                length++;
            }
            boolean wholeEnd = position + length + 1 < buffer.length()
                    || position + length < buffer.length() && buffer.charAt(position + length) != '\r';
            if (wholeEnd || !fill()) {
                return length == 0 && position == buffer.length() ? -1 : length;
            }
        }
    }

    private int lineEndLength(int index) {
        if (index >= buffer.length()) {
            return 0;
        }
        char c = buffer.charAt(index);
        if (c == '\r') {
            return index + 1 < buffer.length() && buffer.charAt(index + 1) == '\n' ? 2 : 1;
        }
        return c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085' ? 1 : 0;
    }

    public boolean hasNextLine() {
        return lineLength() >= 0;
    }

    /** The rest of this line, which may be empty. */
    public String nextLine() {
        int length = lineLength();
        if (length < 0) {
            throw new NoSuchElementException("No line found");
        }
        String line = buffer.substring(position, position + length);
        position += length;
        position += lineEndLength(position);
        return line;
    }

    public boolean hasNextBoolean() {
        String word = peek();
        return word != null && isBoolean(word);
    }

    private static boolean isBoolean(String word) {
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    public boolean nextBoolean() {
        String word = some();
        if (!isBoolean(word)) {
            throw new InputMismatchException("For input string: \"" + word + "\"");
        }
        take(word);
        return Boolean.parseBoolean(word);
    }

    public boolean hasNextByte() {
        return hasNextWhole(radix, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public byte nextByte() {
        return nextByte(radix);
    }

    public byte nextByte(int radix) {
        return (byte) nextWhole(radix, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public boolean hasNextShort() {
        return hasNextWhole(radix, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public short nextShort() {
        return nextShort(radix);
    }

    public short nextShort(int radix) {
        return (short) nextWhole(radix, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public boolean hasNextInt() {
        return hasNextInt(radix);
    }

    public boolean hasNextInt(int radix) {
        return hasNextWhole(radix, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public int nextInt() {
        return nextInt(radix);
    }

    public int nextInt(int radix) {
        return (int) nextWhole(radix, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public boolean hasNextLong() {
        return hasNextLong(radix);
    }

    public boolean hasNextLong(int radix) {
        return hasNextWhole(radix, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public long nextLong() {
        return nextLong(radix);
    }

    public long nextLong(int radix) {
        return nextWhole(radix, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private boolean hasNextWhole(int base, long least, long greatest) {
        String word = peek();
        return word != null && isWhole(word, base, least, greatest);
    }

    private static boolean isWhole(String word, int base, long least, long greatest) {
        try {
            long value = Long.parseLong(word, base);
            return value >= least && value <= greatest;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    /** The word stays where it is if it is no such number. */
    private long nextWhole(int base, long least, long greatest) {
        String word = some();
        if (!isWhole(word, base, least, greatest)) {
            throw mismatch(word, base);
        }
        take(word);
        return Long.parseLong(word, base);
    }

    /** A number that is too large is named, anything else is not. */
    private static InputMismatchException mismatch(String word, int base) {
        int start = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        boolean digits = start < word.length();
        for (int i = start; i < word.length(); i++) {
            digits &= Character.digit(word.charAt(i), base) >= 0;
        }
        if (!digits) {
            return new InputMismatchException();
        }
        String radixText = base == 10 ? "" : " under radix " + base;
        return new InputMismatchException("For input string: \"" + word + "\"" + radixText);
    }

    public boolean hasNextDouble() {
        String word = peek();
        return word != null && isDecimal(word);
    }

    public double nextDouble() {
        return Double.parseDouble(nextDecimal());
    }

    public boolean hasNextFloat() {
        return hasNextDouble();
    }

    public float nextFloat() {
        return Float.parseFloat(nextDecimal());
    }

    private String nextDecimal() {
        String word = some();
        if (!isDecimal(word)) {
            throw new InputMismatchException();
        }
        take(word);
        return word;
    }

    /** Neither hexadecimal nor with a suffix, as Java's own literals may be. */
    private static boolean isDecimal(String word) {
        char last = word.charAt(word.length() - 1);
        if (word.indexOf('x') >= 0 || word.indexOf('X') >= 0 || "dDfF".indexOf(last) >= 0) {
            return false;
        }
        try {
            Double.parseDouble(word);
            return true;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    public int radix() {
        return radix;
    }

    public Scanner useRadix(int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw new IllegalArgumentException("radix:" + radix);
        }
        this.radix = radix;
        return this;
    }

    public Pattern delimiter() {
        return delimiter == null ? Pattern.compile("\\p{javaWhitespace}+") : delimiter;
    }

    public Scanner useDelimiter(Pattern pattern) {
        delimiter = Objects.requireNonNull(pattern);
        return this;
    }

    public Scanner useDelimiter(String pattern) {
        return useDelimiter(Pattern.compile(pattern));
    }

    /** White space as delimiter and base ten again. */
    public Scanner reset() {
        delimiter = null;
        radix = 10;
        return this;
    }

    public boolean hasNext(String pattern) {
        return hasNext(Pattern.compile(pattern));
    }

    public boolean hasNext(Pattern pattern) {
        String word = peek();
        return word != null && pattern.matcher(word).matches();
    }

    public String next(String pattern) {
        return next(Pattern.compile(pattern));
    }

    /** @throws InputMismatchException if the next word is something else; it stays where it is */
    public String next(Pattern pattern) {
        String word = some();
        Matcher matcher = pattern.matcher(word);
        if (!matcher.matches()) {
            throw new InputMismatchException();
        }
        take(word);
        lastMatch = matcher.toMatchResult();
        return word;
    }

    /** What the last operation matched. */
    public MatchResult match() {
        if (lastMatch == null && lastWord != null) {
            Matcher matcher = Pattern.compile(".*", Pattern.DOTALL).matcher(lastWord);
            matcher.matches();
            lastMatch = matcher.toMatchResult();
        }
        if (lastMatch == null) {
            throw new IllegalStateException("No match result available");
        }
        return lastMatch;
    }

    /** Passes what the matcher found; null if it found nothing. */
    private String passed(Matcher matcher, boolean found) {
        lastWord = null;
        lastMatch = null;
        if (!found) {
            return null;
        }
        lastMatch = matcher.toMatchResult();
        position = matcher.end();
        return matcher.group();
    }

    public String findInLine(String pattern) {
        return findInLine(Pattern.compile(pattern));
    }

    /** The next match before the end of the line, or null. */
    public String findInLine(Pattern pattern) {
        int length = lineLength();
        if (length <= 0) {
            return null;
        }
        Matcher matcher = pattern.matcher(buffer).region(position, position + length);
        return passed(matcher, matcher.find());
    }

    public String findWithinHorizon(String pattern, int horizon) {
        return findWithinHorizon(Pattern.compile(pattern), horizon);
    }

    /** The next match within so many characters, or null; 0 is no limit. */
    public String findWithinHorizon(Pattern pattern, int horizon) {
        checkOpen();
        if (horizon < 0) {
            throw new IllegalArgumentException("horizon < 0");
        }
        while (true) {
            int end = horizon == 0 ? buffer.length() : Math.min(buffer.length(), position + horizon);
            Matcher matcher = pattern.matcher(buffer).region(position, end);
            boolean found = matcher.find();
            boolean mayChange = (!found || matcher.hitEnd()) && (horizon == 0 || end < position + horizon);
            if (!mayChange || !fill()) {
                return passed(matcher, found);
            }
        }
    }

    public Scanner skip(String pattern) {
        return skip(Pattern.compile(pattern));
    }

    /** Passes a match that begins here. */
    public Scanner skip(Pattern pattern) {
        checkOpen();
        while (true) {
            Matcher matcher = pattern.matcher(buffer).region(position, buffer.length());
            boolean found = matcher.lookingAt();
            if (matcher.hitEnd() && fill()) {
                continue;
            }
            if (passed(matcher, found) == null) {
                throw new NoSuchElementException();
            }
            return this;
        }
    }

    /** The rest of the words. */
    public Stream<String> tokens() {
        checkOpen();
        return Stream.generate(() -> hasNext() ? next() : null).takeWhile(word -> word != null);
    }

    public Stream<MatchResult> findAll(Pattern pattern) {
        checkOpen();
        return Stream.generate(() -> findWithinHorizon(pattern, 0) == null ? null : match())
                .takeWhile(result -> result != null);
    }

    public Stream<MatchResult> findAll(String pattern) {
        return findAll(Pattern.compile(pattern));
    }

    public boolean hasNextByte(int radix) {
        return hasNextWhole(radix, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    public boolean hasNextShort(int radix) {
        return hasNextWhole(radix, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    public Locale locale() {
        return Locale.getDefault();
    }

    /** The languages of the device write numbers in one way. */
    public Scanner useLocale(Locale locale) {
        Objects.requireNonNull(locale);
        return this;
    }

    /** What the source threw, or null; to the scanner it is the end of the text. */
    public IOException ioException() {
        return trouble;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            source.close();
        } catch (IOException e) {
            trouble = e;
        }
    }
}
