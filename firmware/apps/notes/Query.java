package notes;

/**
 * What is searched for. In the language of queries words side by side must all occur, "or" binds weaker, a minus excludes, a
 * star at the end of a word stands for any ending, parentheses group: {@code winter (acorn or nest*) -rain}.
 */
sealed interface Query {
    Postings find(Index index);

    /** How well a note that was found answers the query. */
    int score(Index index, int id);

    static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    record Word(String word) implements Query {
        @Override
        public Postings find(Index index) {
            return index.find(word);
        }

        @Override
        public int score(Index index, int id) {
            return index.find(word).count(id);
        }
    }

    record Prefix(String prefix) implements Query {
        @Override
        public Postings find(Index index) {
            return index.findPrefix(prefix);
        }

        @Override
        public int score(Index index, int id) {
            return 1;
        }
    }

    record Both(Query left, Query right) implements Query {
        @Override
        public Postings find(Index index) {
            return left.find(index).and(right.find(index));
        }

        @Override
        public int score(Index index, int id) {
            return left.score(index, id) + right.score(index, id);
        }
    }

    record Either(Query left, Query right) implements Query {
        @Override
        public Postings find(Index index) {
            return left.find(index).or(right.find(index));
        }

        @Override
        public int score(Index index, int id) {
            return left.score(index, id) + right.score(index, id);
        }
    }

    record Without(Query wanted, Query unwanted) implements Query {
        @Override
        public Postings find(Index index) {
            return wanted.find(index).without(unwanted.find(index));
        }

        @Override
        public int score(Index index, int id) {
            return wanted.score(index, id);
        }
    }
}
