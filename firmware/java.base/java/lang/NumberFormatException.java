package java.lang;

/** A string does not have the format of a number. */
public class NumberFormatException extends IllegalArgumentException {
    public NumberFormatException() {
        super();
    }

    public NumberFormatException(String message) {
        super(message);
    }

    static NumberFormatException forInput(String text, int radix) {
        return new NumberFormatException(
            "For input string: \"" + text + "\"" + (radix == 10 ? "" : " under radix " + radix));
    }

    static NumberFormatException at(CharSequence text, int begin, int end, int index) {
        return new NumberFormatException(
            "Error at index " + (index - begin) + " in: \"" + text.subSequence(begin, end) + "\"");
    }
}
