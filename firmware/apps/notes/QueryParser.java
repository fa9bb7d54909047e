package notes;

/** Reads a query by recursive descent: either = all { "or" all }; all = term { term | "-" term }; term = word | "(" either ")". */
final class QueryParser {
    private final String text;
    private int at;

    QueryParser(String text) {
        this.text = text;
    }

    Query parse() {
        Query query = either();
        if (at < text.length()) {
            throw new IllegalArgumentException("what is '" + text.substring(at) + "' in '" + text + "'?");
        }
        return query;
    }

    private Query either() {
        Query query = all();
        while (eat("or ")) {
            query = new Query.Either(query, all());
        }
        return query;
    }

    private Query all() {
        Query query = term();
        while (true) {
            skipSpaces();
            if (eat("-")) {
                query = new Query.Without(query, term());
            } else if (at == text.length() || text.charAt(at) == ')' || text.startsWith("or ", at)) {
                return query;
            } else {
                query = new Query.Both(query, term());
            }
        }
    }

    private Query term() {
        skipSpaces();
        if (eat("(")) {
            Query inner = either();
            if (!eat(")")) {
                throw new IllegalArgumentException("a parenthesis is not closed in '" + text + "'");
            }
            return inner;
        }
        int from = at;
        while (at < text.length() && " ()*".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new IllegalArgumentException("a word is missing in '" + text + "'");
        }
        String word = text.substring(from, at);
        return eat("*") ? new Query.Prefix(word) : new Query.Word(word);
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean eat(String token) {
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }
}
