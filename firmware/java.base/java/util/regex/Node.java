package java.util.regex;

/** One step of a pattern: matches something at a position, then the rest of the pattern after it. */
abstract class Node {
    static final int GREEDY = 0;
    static final int LAZY = 1;
    static final int POSSESSIVE = 2;

    Node next;

    abstract boolean match(Matcher m, int at);

    static boolean isAsciiLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static int codePoint(Matcher m, int at) {
        char c = m.text.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < m.to && Character.isLowSurrogate(m.text.charAt(at + 1))) {
            return Character.toCodePoint(c, m.text.charAt(at + 1));
        }
        return c;
    }

    /** The end of the whole pattern. */
    static final class Accept extends Node {
        @Override
        boolean match(Matcher m, int at) {
            if (m.whole && at != m.to) {
                return false;
            }
            m.end = at;
            return true;
        }
    }

    /** The end of a part that is matched by itself. */
    static final class Stop extends Node {
        @Override
        boolean match(Matcher m, int at) {
            m.end = at;
            return true;
        }
    }

    /** The end of what must end where a look behind began. */
    static final class StopBehind extends Node {
        private int required;

        @Override
        boolean match(Matcher m, int at) {
            return at == required;
        }
    }

    /** Matches nothing, successfully. */
    static final class Empty extends Node {
        @Override
        boolean match(Matcher m, int at) {
            return next.match(m, at);
        }
    }

    /** One code point of a set. */
    static final class One extends Node {
        final CharSet set;

        One(CharSet set) {
            this.set = set;
        }

        int end(Matcher m, int at) {
            if (at >= m.to) {
                m.hitEnd = true;
                return -1;
            }
            int c = codePoint(m, at);
            return set.has(c) ? at + Character.charCount(c) : -1;
        }

        @Override
        boolean match(Matcher m, int at) {
            int end = end(m, at);
            return end >= 0 && next.match(m, end);
        }
    }

    /** Code points of a set, repeated. */
    static final class Many extends Node {
        private final One one;
        private final int min;
        private final int max;
        private final int kind;

        Many(One one, int min, int max, int kind) {
            this.one = one;
            this.min = min;
            this.max = max;
            this.kind = kind;
        }

        @Override
        boolean match(Matcher m, int at) {
            int end = at;
            int count = 0;
            int limit = kind == LAZY ? min : max;
            for (int after = end; count < limit && (after = one.end(m, end)) >= 0; count++) {
                end = after;
            }
            if (count < min) {
                return false;
            }
            return kind == LAZY ? matchMore(m, end, count)
                : kind == GREEDY ? matchLess(m, end, count) : next.match(m, end);
        }

        private boolean matchMore(Matcher m, int from, int done) {
            int end = from;
            for (int count = done; !next.match(m, end); count++) {
                end = count < max ? one.end(m, end) : -1;
                if (end < 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean matchLess(Matcher m, int from, int done) {
            int end = from;
            for (int count = done; !next.match(m, end); count--) {
                if (count == min) {
                    return false;
                }
                end--;
                if (Character.isLowSurrogate(m.text.charAt(end)) && end > 0
                        && Character.isHighSurrogate(m.text.charAt(end - 1))) {
                    end--;
                }
            }
            return true;
        }
    }

    /** Anything, repeated. The body ends in the loop's own tail; counts and positions are kept in the matcher. */
    static final class Loop extends Node {
        private final int id;
        private final int min;
        private final int max;
        private final boolean lazy;
        private Node body;

        Loop(int id, int min, int max, boolean lazy) {
            this.id = id;
            this.min = min;
            this.max = max;
            this.lazy = lazy;
        }

        void setBody(Node head, Node tail) {
            body = head;
            Loop loop = this;
            tail.next = new Node() {
                @Override
                boolean match(Matcher m, int at) {
                    return loop.again(m, at);
                }
            };
        }

        @Override
        boolean match(Matcher m, int at) {
            int count = m.loopCounts[id];
            int start = m.loopStarts[id];
            m.loopCounts[id] = 0;
            m.loopStarts[id] = -1;
            boolean found = again(m, at);
            m.loopCounts[id] = count;
            m.loopStarts[id] = start;
            return found;
        }

        private boolean again(Matcher m, int at) {
            int count = m.loopCounts[id];
            if (count < min) {
                return iterate(m, at, count);
            }
            // An iteration that has matched nothing would go on for ever.
            boolean mayIterate = count < max && at != m.loopStarts[id];
            if (lazy) {
                return leave(m, at) || mayIterate && iterate(m, at, count);
            }
            return mayIterate && iterate(m, at, count) || leave(m, at);
        }

        private boolean leave(Matcher m, int at) {
            int count = m.loopCounts[id];
            int start = m.loopStarts[id];
            boolean found = next.match(m, at);
            m.loopCounts[id] = count;
            m.loopStarts[id] = start;
            return found;
        }

        private boolean iterate(Matcher m, int at, int count) {
            int start = m.loopStarts[id];
            m.loopCounts[id] = count + 1;
            m.loopStarts[id] = at;
            boolean found = body.match(m, at);
            m.loopCounts[id] = count;
            m.loopStarts[id] = start;
            return found;
        }
    }

    /** One of several alternatives; all lead to the node that follows. */
    static final class Branch extends Node {
        private final Node[] alternatives;

        Branch(Node[] alternatives) {
            this.alternatives = alternatives;
        }

        @Override
        boolean match(Matcher m, int at) {
            for (Node alternative : alternatives) {
                if (alternative.match(m, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The beginning of a capturing group. */
    static final class Open extends Node {
        private final int group;

        Open(int group) {
            this.group = group;
        }

        @Override
        boolean match(Matcher m, int at) {
            int saved = m.groupStarts[group];
            m.groupStarts[group] = at;
            boolean found = next.match(m, at);
            m.groupStarts[group] = saved;
            return found;
        }
    }

    /** The end of a capturing group. */
    static final class Close extends Node {
        private final int group;

        Close(int group) {
            this.group = group;
        }

        @Override
        boolean match(Matcher m, int at) {
            int start = m.groups[2 * group];
            int end = m.groups[2 * group + 1];
            m.groups[2 * group] = m.groupStarts[group];
            m.groups[2 * group + 1] = at;
            if (next.match(m, at)) {
                return true;
            }
            m.groups[2 * group] = start;
            m.groups[2 * group + 1] = end;
            return false;
        }
    }

    /** What a group has captured, once more. */
    static final class Back extends Node {
        private final int group;
        private final boolean ignoreCase;

        Back(int group, boolean ignoreCase) {
            this.group = group;
            this.ignoreCase = ignoreCase;
        }

        @Override
        boolean match(Matcher m, int at) {
            int start = m.groups[2 * group];
            int length = m.groups[2 * group + 1] - start;
            if (start < 0 || at + length > m.to) {
                m.hitEnd |= start >= 0;
                return false;
            }
            String found = m.text.subSequence(at, at + length).toString();
            String captured = m.text.subSequence(start, start + length).toString();
            return (ignoreCase ? found.equalsIgnoreCase(captured) : found.equals(captured))
                && next.match(m, at + length);
        }
    }

    /** A part that, once matched, is not tried in another way. */
    static final class Atomic extends Node {
        private final Node body;

        Atomic(Node body) {
            this.body = body;
        }

        @Override
        boolean match(Matcher m, int at) {
            return body.match(m, at) && next.match(m, m.end);
        }
    }

    /** What must, or must not, come next. */
    static final class Ahead extends Node {
        private final Node body;
        private final boolean wanted;

        Ahead(Node body, boolean wanted) {
            this.body = body;
            this.wanted = wanted;
        }

        @Override
        boolean match(Matcher m, int at) {
            return body.match(m, at) == wanted && next.match(m, at);
        }
    }

    /** What must, or must not, stand before. */
    static final class Behind extends Node {
        private final Node body;
        private final StopBehind stop;
        private final boolean wanted;

        Behind(Node body, StopBehind stop, boolean wanted) {
            this.body = body;
            this.stop = stop;
            this.wanted = wanted;
        }

        @Override
        boolean match(Matcher m, int at) {
            int saved = stop.required;
            stop.required = at;
            boolean found = false;
            for (int from = at; from >= m.from && !found; from--) {
                found = body.match(m, from);
            }
            stop.required = saved;
            return found == wanted && next.match(m, at);
        }
    }

    /** A place rather than a text. */
    static final class Place extends Node {
        private final char kind;
        private final boolean unixLines;

        /** ^ and $ of lines, A beginning, z end, Z end but for a line terminator, b and B word boundary, G last match. */
        Place(char kind, boolean unixLines) {
            this.kind = kind;
            this.unixLines = unixLines;
        }

        @Override
        boolean match(Matcher m, int at) {
            return isHere(m, at) && next.match(m, at);
        }

        private boolean isHere(Matcher m, int at) {
            if (at == m.to && kind != 'A' && kind != 'G' && kind != '^') {
                m.hitEnd = true;
                m.requireEnd = true;
            }
            switch (kind) {
                case 'A': return at == m.from;
                case 'z': return at == m.to;
                case 'G': return at == Math.min(m.last, m.to);
                case 'b': return isWord(m, at - 1) != isWord(m, at);
                case 'B': return isWord(m, at - 1) == isWord(m, at);
                case '^': return at == m.from || at < m.to && isLineEnd(m, at - 1) && !isInsideCrLf(m, at);
                case '$': return at == m.to || isLineEnd(m, at) && !isInsideCrLf(m, at);
                default: return isLast(m, at);
            }
        }

        private boolean isLast(Matcher m, int at) {
            if (at == m.to) {
                return true;
            }
            int left = m.to - at;
            boolean pair = left == 2 && !unixLines && m.text.charAt(at) == '\r' && m.text.charAt(at + 1) == '\n';
            return pair || left == 1 && isLineEnd(m, at) && !isInsideCrLf(m, at);
        }

        private static boolean isWord(Matcher m, int at) {
            if (at < m.from || at >= m.to) {
                return false;
            }
            char c = m.text.charAt(at);
            return c == '_' || Character.isLetterOrDigit(c);
        }

        private boolean isLineEnd(Matcher m, int at) {
            char c = m.text.charAt(at);
            return c == '\n' || !unixLines && (c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029');
        }

        private boolean isInsideCrLf(Matcher m, int at) {
            return !unixLines && at > m.from && m.text.charAt(at) == '\n' && m.text.charAt(at - 1) == '\r';
        }
    }
}
