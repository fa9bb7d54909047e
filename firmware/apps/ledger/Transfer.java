package ledger;

/** An order to move money from one account to another; cents are positive. */
record Transfer(int from, int to, int cents) { }
