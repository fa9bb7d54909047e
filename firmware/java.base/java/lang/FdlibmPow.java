/*
 * Derived from fdlibm 5.3:
 *
 * ====================================================
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */
package java.lang;

/** The power function: 2 to the y times the binary logarithm of x, both in two parts. */
final class FdlibmPow {
    private static final double LG2 = 6.93147180559945286227e-01;
    private static final double LG2_H = 6.93147182464599609375e-01;
    private static final double LG2_L = -1.90465429995776804525e-09;
    private static final double OVT = 8.0085662595372944372e-0017;
    private static final double CP = 9.61796693925975554329e-01;
    private static final double CP_H = 9.61796700954437255859e-01;
    private static final double CP_L = -7.02846165095275826516e-09;
    private static final double IVLN2 = 1.44269504088896338700e+00;
    private static final double IVLN2_H = 1.44269502162933349609e+00;
    private static final double IVLN2_L = 1.92596299112661746887e-08;

    private FdlibmPow() {}

    static double pow(double x, double y) {
        if (y == 0.0) {
            return 1.0;
        }
        if (x != x || y != y) {
            return x + y;
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        if (ay == Double.POSITIVE_INFINITY) {
            return ax == 1.0 ? y - y : ax > 1.0 == y > 0.0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        if (ay == 1.0) {
            return y > 0.0 ? x : 1.0 / x;
        }
        if (y == 2.0) {
            return x * x;
        }
        boolean negative = Fdlibm.high(x) < 0;
        if (y == 0.5 && !negative) {
            return StrictMath.sqrt(x);
        }
        boolean whole = ay >= 0x1.0p53 || ay == (long) ay;
        boolean odd = whole && ay < 0x1.0p53 && ((long) ay & 1) != 0;
        if (ax == 0.0 || ax == Double.POSITIVE_INFINITY || ax == 1.0) {
            double z = y < 0.0 ? 1.0 / ax : ax;
            return negative ? ax == 1.0 && !whole ? (x - x) / (x - x) : odd ? -z : z : z;
        }
        if (negative && !whole) {
            return (x - x) / (x - x);
        }
        return power(ax, y, negative && odd ? -1.0 : 1.0);
    }

    /** sign times ax to the y; ax is finite, positive and not 1. */
    private static double power(double ax, double y, double sign) {
        int ix = Fdlibm.high(ax);
        double t1;
        double t2;
        if (Math.abs(y) > 0x1.00000ffffffffp31) {
            if (ix < 0x3fefffff || Fdlibm.high(y) << 1 >>> 1 > 0x43f00000 && ix <= 0x3fefffff) {
                return y < 0.0 ? sign * Double.POSITIVE_INFINITY : sign * 0.0;
            }
            if (ix > 0x3ff00000 || Fdlibm.high(y) << 1 >>> 1 > 0x43f00000) {
                return y > 0.0 ? sign * Double.POSITIVE_INFINITY : sign * 0.0;
            }
            double t = ax - 1.0;
            double w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
            double u = IVLN2_H * t;
            double v = t * IVLN2_L - w * IVLN2;
            t1 = Fdlibm.withoutLow(u + v);
            t2 = v - (t1 - u);
            return exp2(y, t1, t2, sign);
        }
        return viaLogarithm(ax, y, sign);
    }

    private static double viaLogarithm(double positive, double y, double sign) {
        double ax = positive;
        int n = 0;
        if (Fdlibm.high(ax) < 0x00100000) {
            ax *= 0x1.0p53;
            n -= 53;
        }
        int ix = Fdlibm.high(ax);
        n += (ix >> 20) - 0x3ff;
        int j = ix & 0x000fffff;
        ix = j | 0x3ff00000;
        int k = j > 0x3988e && j < 0xbb67a ? 1 : 0;
        if (j >= 0xbb67a) {
            n++;
            ix -= 0x00100000;
        }
        ax = Fdlibm.withHigh(ax, ix);
        double bp = k == 0 ? 1.0 : 1.5;
        double dpH = k == 0 ? 0.0 : 5.84962487220764160156e-01;
        double dpL = k == 0 ? 0.0 : 1.35003920212974897128e-08;
        double u = ax - bp;
        double v = 1.0 / (ax + bp);
        double s = u * v;
        double sH = Fdlibm.withoutLow(s);
        double tH = Fdlibm.withHigh(0.0, (ix >> 1 | 0x20000000) + 0x00080000 + (k << 18));
        double tL = ax - (tH - bp);
        double sL = v * (u - sH * tH - sH * tL);
        double s2 = s * s;
        double r = s2 * s2 * (5.99999999999994648725e-01 + s2 * (4.28571428578550184252e-01
            + s2 * (3.33333329818377432918e-01 + s2 * (2.72728123808534006489e-01
            + s2 * (2.30660745775561754067e-01 + s2 * 2.06975017800338417784e-01)))));
        r += sL * (sH + s);
        s2 = sH * sH;
        tH = Fdlibm.withoutLow(3.0 + s2 + r);
        tL = r - (tH - 3.0 - s2);
        u = sH * tH;
        v = sL * tH + tL * s;
        double pH = Fdlibm.withoutLow(u + v);
        double pL = v - (pH - u);
        double zH = CP_H * pH;
        double zL = CP_L * pH + pL * CP + dpL;
        double t = n;
        double t1 = Fdlibm.withoutLow(zH + zL + dpH + t);
        double t2 = zL - (t1 - t - dpH - zH);
        return exp2(y, t1, t2, sign);
    }

    /** sign times 2 to the power of y times (t1 + t2). */
    private static double exp2(double y, double t1, double t2, double sign) {
        double y1 = Fdlibm.withoutLow(y);
        double pL = (y - y1) * t1 + y * t2;
        double pH = y1 * t1;
        double z = pL + pH;
        int j = Fdlibm.high(z);
        int i = Fdlibm.low(z);
        if (j >= 0x40900000) {
            if ((j - 0x40900000 | i) != 0 || pL + OVT > z - pH) {
                return sign * Double.POSITIVE_INFINITY;
            }
        } else if ((j & 0x7fffffff) >= 0x4090cc00) {
            if ((j - 0xc090cc00 | i) != 0 || pL <= z - pH) {
                return sign * 0.0;
            }
        }
        i = j & 0x7fffffff;
        int k = (i >> 20) - 0x3ff;
        int n = 0;
        if (i > 0x3fe00000) {
            n = j + (0x00100000 >> k + 1);
            k = ((n & 0x7fffffff) >> 20) - 0x3ff;
            double t = Fdlibm.withHigh(0.0, n & ~(0x000fffff >> k));
            n = (n & 0x000fffff | 0x00100000) >> 20 - k;
            n = j < 0 ? -n : n;
            pH -= t;
        }
        double t = Fdlibm.withoutLow(pL + pH);
        double u = t * LG2_H;
        double v = (pL - (t - pH)) * LG2 + t * LG2_L;
        z = u + v;
        double w = v - (z - u);
        t = z * z;
        double c = z - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03
            + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        double r = z * c / (c - 2.0) - (w + z * w);
        z = 1.0 - (r - z);
        j = Fdlibm.high(z) + (n << 20);
        return sign * (j >> 20 <= 0 ? Math.scalb(z, n) : Fdlibm.withHigh(z, j));
    }
}
