package java.rmi;

import java.io.IOException;

/** Something on the way to another machine or process failed: whether it was done there is not known. */
public class RemoteException extends IOException {
    private static final long serialVersionUID = -5148567311918794206L;

    public Throwable detail;

    public RemoteException() {
        initCause(null);
    }

    public RemoteException(String s) {
        super(s);
        initCause(null);
    }

    public RemoteException(String s, Throwable cause) {
        super(s);
        initCause(null);
        detail = cause;
    }

    @Override
    public String getMessage() {
        return detail == null ? super.getMessage() : super.getMessage() + "; nested exception is: \n\t" + detail;
    }

    @Override
    public Throwable getCause() {
        return detail;
    }
}
