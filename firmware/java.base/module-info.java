/** The micro class library: what a Java 17 program finds on the device. */
module java.base {
    exports dormouse;
    exports dormouse.net;
    exports dormouse.lifecycle;
    exports dormouse.service;
    exports java.io;
    exports java.lang;
    exports java.lang.annotation;
    exports java.lang.constant;
    exports java.lang.invoke;
    exports java.lang.ref;
    exports java.lang.reflect;
    exports java.lang.runtime;
    exports java.nio;
    exports java.nio.charset;
    exports java.rmi;
    exports java.util;
    exports java.util.concurrent;
    exports java.util.concurrent.atomic;
    exports java.util.concurrent.locks;
    exports java.util.function;
    exports java.util.regex;
    exports java.util.stream;
    exports javax.microedition.io;
    exports net.jini.core.lease;
    exports net.jini.lease;
}
