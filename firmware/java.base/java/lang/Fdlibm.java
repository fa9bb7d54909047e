/*
 * Derived from fdlibm 5.3:
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */
package java.lang;

/**
 * The elementary functions but for the trigonometric ones, which are in FdlibmTrig. The order of operations is what
 * makes the results those of StrictMath: nothing here may be rearranged. Names and constants are those of the original.
 */
final class Fdlibm {
    private static final double TWO54 = 0x1.0p54;
    private static final double LN2_HI = 6.93147180369123816490e-01;
    private static final double LN2_LO = 1.90821492927058770002e-10;

    private static final double LG1 = 6.666666666666735130e-01;
    private static final double LG2 = 3.999999999940941908e-01;
    private static final double LG3 = 2.857142874366239149e-01;
    private static final double LG4 = 2.222219843214978396e-01;
    private static final double LG5 = 1.818357216161805012e-01;
    private static final double LG6 = 1.531383769920937332e-01;
    private static final double LG7 = 1.479819860511658591e-01;

    private Fdlibm() {}

    static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    static double withHigh(double x, int high) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffffL | (long) high << 32);
    }

    static double withoutLow(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
    }

    static double log(double argument) {
        double x = argument;
        int hx = high(x);
        int k = 0;
        if (hx < 0x00100000) {
            if (x == 0.0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return Double.NaN;
            }
            k -= 54;
            x *= TWO54;
            hx = high(x);
        }
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        k += (hx >> 20) - 1023;
        hx &= 0x000fffff;
        int i = hx + 0x95f64 & 0x100000;
        x = withHigh(x, hx | i ^ 0x3ff00000);
        k += i >> 20;
        double f = x - 1.0;
        double dk = k;
        if ((0x000fffff & 2 + hx) < 3) {
            if (f == 0.0) {
                return k == 0 ? 0.0 : dk * LN2_HI + dk * LN2_LO;
            }
            double r = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - r : dk * LN2_HI - (r - dk * LN2_LO - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double t1 = w * (LG2 + w * (LG4 + w * LG6));
        double t2 = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
        double r = t2 + t1;
        if ((hx - 0x6147a | 0x6b851 - hx) > 0) {
            double hfsq = 0.5 * f * f;
            return k == 0 ? f - (hfsq - s * (hfsq + r)) : dk * LN2_HI - (hfsq - (s * (hfsq + r) + dk * LN2_LO) - f);
        }
        return k == 0 ? f - s * (f - r) : dk * LN2_HI - (s * (f - r) - dk * LN2_LO - f);
    }
}
