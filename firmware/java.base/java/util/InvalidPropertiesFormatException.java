package java.util;

import java.io.IOException;

/** A text is no document of properties. */
public class InvalidPropertiesFormatException extends IOException {
    public InvalidPropertiesFormatException(Throwable cause) {
        super(cause == null ? null : cause.toString());
        initCause(cause);
    }

    public InvalidPropertiesFormatException(String message) {
        super(message);
    }
}
