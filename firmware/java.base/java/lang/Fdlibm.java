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

    private static final double INV_LN2 = 1.44269504088896338700e+00;
    private static final double OVERFLOW = 7.09782712893383973096e+02;
    private static final double UNDERFLOW = -7.45133219101941108420e+02;

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
                return (x - x) / 0.0;
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

    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    static double exp(double argument) {
        double x = argument;
        boolean negative = high(x) < 0;
        int hx = high(x) & 0x7fffffff;
        if (hx >= 0x40862e42) {
            if (hx >= 0x7ff00000) {
                return x != x ? x + x : negative ? 0.0 : x;
            }
            if (x > OVERFLOW) {
                return Double.POSITIVE_INFINITY;
            }
            if (x < UNDERFLOW) {
                return 0.0;
            }
        }
        double hi = 0.0;
        double lo = 0.0;
        int k = 0;
        if (hx > 0x3fd62e42) {
            if (hx < 0x3ff0a2b2) {
                hi = negative ? x + LN2_HI : x - LN2_HI;
                lo = negative ? -LN2_LO : LN2_LO;
                k = negative ? -1 : 1;
            } else {
                k = (int) (INV_LN2 * x + (negative ? -0.5 : 0.5));
                hi = x - k * LN2_HI;
                lo = k * LN2_LO;
            }
            x = hi - lo;
        } else if (hx < 0x3e300000) {
            return 1.0 + x;
        }
        double t = x * x;
        double c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        if (k == 0) {
            return 1.0 - (x * c / (c - 2.0) - x);
        }
        double y = 1.0 - (lo - x * c / (2.0 - c) - hi);
        if (k >= -1021) {
            return withHigh(y, high(y) + (k << 20));
        }
        return withHigh(y, high(y) + (k + 1000 << 20)) * 0x1.0p-1000;
    }

    static double log10(double argument) {
        double x = argument;
        int hx = high(x);
        int k = 0;
        if (hx < 0x00100000) {
            if (x == 0.0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (hx < 0) {
                return (x - x) / 0.0;
            }
            k -= 54;
            x *= TWO54;
            hx = high(x);
        }
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        k += (hx >> 20) - 1023;
        int i = k >>> 31;
        hx = hx & 0x000fffff | 0x3ff - i << 20;
        double y = k + i;
        double z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * log(withHigh(x, hx));
        return z + y * 3.01029995663611771306e-01;
    }

    static double log1p(double x) {
        int hx = high(x);
        int ax = hx & 0x7fffffff;
        if (hx >= 0x7ff00000) {
            return x + x;
        }
        if (hx < 0x3fda827a) {
            if (ax >= 0x3ff00000) {
                return x == -1.0 ? Double.NEGATIVE_INFINITY : (x - x) / (x - x);
            }
            if (ax < 0x3e200000) {
                return ax < 0x3c900000 ? x : x - x * x * 0.5;
            }
            if (hx > 0 || hx <= 0xbfd2bec3) {
                return log1p(0, x, 1, 0.0);
            }
        }
        double u = hx < 0x43400000 ? 1.0 + x : x;
        int hu = high(u);
        int k = (hu >> 20) - 1023;
        double c = hx >= 0x43400000 ? 0.0 : (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
        hu &= 0x000fffff;
        if (hu < 0x6a09e) {
            u = withHigh(u, hu | 0x3ff00000);
        } else {
            k++;
            u = withHigh(u, hu | 0x3fe00000);
            hu = 0x00100000 - hu >> 2;
        }
        return log1p(k, u - 1.0, hu, c);
    }

    private static double log1p(int k, double f, int hu, double c) {
        double hfsq = 0.5 * f * f;
        if (hu == 0) {
            if (f == 0.0) {
                return k == 0 ? 0.0 : k * LN2_HI + (c + k * LN2_LO);
            }
            double r = hfsq * (1.0 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2_HI - (r - (k * LN2_LO + c) - f);
        }
        double s = f / (2.0 + f);
        double z = s * s;
        double r = z * (LG1 + z * (LG2 + z * (LG3 + z * (LG4 + z * (LG5 + z * (LG6 + z * LG7))))));
        if (k == 0) {
            return f - (hfsq - s * (hfsq + r));
        }
        return k * LN2_HI - (hfsq - (s * (hfsq + r) + (k * LN2_LO + c)) - f);
    }

    private static final double Q1 = -3.33333333333331316428e-02;
    private static final double Q2 = 1.58730158725481460165e-03;
    private static final double Q3 = -7.93650757867887942473e-05;
    private static final double Q4 = 4.00821782732936239552e-06;
    private static final double Q5 = -2.01099218183624371326e-07;

    static double expm1(double argument) {
        double x = argument;
        boolean negative = high(x) < 0;
        int hx = high(x) & 0x7fffffff;
        if (hx >= 0x4043687a) {
            if (hx >= 0x7ff00000) {
                return x != x || !negative ? x : -1.0;
            }
            if (x > OVERFLOW) {
                return Double.POSITIVE_INFINITY;
            }
            if (negative) {
                return -1.0;
            }
        }
        double c = 0.0;
        int k = 0;
        if (hx > 0x3fd62e42) {
            double hi;
            double lo;
            if (hx < 0x3ff0a2b2) {
                hi = negative ? x + LN2_HI : x - LN2_HI;
                lo = negative ? -LN2_LO : LN2_LO;
                k = negative ? -1 : 1;
            } else {
                k = (int) (INV_LN2 * x + (negative ? -0.5 : 0.5));
                hi = x - k * LN2_HI;
                lo = k * LN2_LO;
            }
            x = hi - lo;
            c = hi - x - lo;
        } else if (hx < 0x3c900000) {
            return x;
        }
        return expm1(x, c, k);
    }

    /** exp(x + c) times 2 to the power of k, less 1. */
    private static double expm1(double x, double c, int k) {
        double hfx = 0.5 * x;
        double hxs = x * hfx;
        double r1 = 1.0 + hxs * (Q1 + hxs * (Q2 + hxs * (Q3 + hxs * (Q4 + hxs * Q5))));
        double t = 3.0 - r1 * hfx;
        double e = hxs * ((r1 - t) / (6.0 - x * t));
        if (k == 0) {
            return x - (x * e - hxs);
        }
        e = x * (e - c) - c;
        e -= hxs;
        if (k == -1) {
            return 0.5 * (x - e) - 0.5;
        }
        if (k == 1) {
            return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + 2.0 * (x - e);
        }
        if (k <= -2 || k > 56) {
            double y = 1.0 - (e - x);
            return withHigh(y, high(y) + (k << 20)) - 1.0;
        }
        double y;
        if (k < 20) {
            y = withHigh(1.0, 0x3ff00000 - (0x200000 >> k)) - (e - x);
        } else {
            y = x - (e + withHigh(1.0, 0x3ff - k << 20));
            y += 1.0;
        }
        return withHigh(y, high(y) + (k << 20));
    }

    private static final double PIO2_HI = 1.57079632679489655800e+00;
    private static final double PIO2_LO = 6.12323399573676603587e-17;
    private static final double PIO4_HI = 7.85398163397448278999e-01;
    private static final double PI = 3.14159265358979311600e+00;
    private static final double PI_LO = 1.2246467991473531772e-16;

    /** The rational approximation that asin and acos share. */
    private static double arcRatio(double t) {
        double p = t * (1.66666666666666657415e-01 + t * (-3.25565818622400915405e-01
            + t * (2.01212532134862925881e-01 + t * (-4.00555345006794114027e-02
            + t * (7.91534994289814532176e-04 + t * 3.47933107596021167570e-05)))));
        double q = 1.0 + t * (-2.40339491173441421878e+00 + t * (2.02094576023350569471e+00
            + t * (-6.88283971605453293030e-01 + t * 7.70381505559019352791e-02)));
        return p / q;
    }

    static double asin(double x) {
        int hx = high(x);
        int ix = hx & 0x7fffffff;
        if (ix >= 0x3ff00000) {
            return (ix - 0x3ff00000 | low(x)) == 0 ? x * PIO2_HI + x * PIO2_LO : (x - x) / (x - x);
        }
        if (ix < 0x3fe00000) {
            return ix < 0x3e400000 ? x : x + x * arcRatio(x * x);
        }
        double t = (1.0 - Math.abs(x)) * 0.5;
        double ratio = arcRatio(t);
        double s = StrictMath.sqrt(t);
        double result;
        if (ix >= 0x3fef3333) {
            result = PIO2_HI - (2.0 * (s + s * ratio) - PIO2_LO);
        } else {
            double w = withoutLow(s);
            double c = (t - w * w) / (s + w);
            double p = 2.0 * s * ratio - (PIO2_LO - 2.0 * c);
            double q = PIO4_HI - 2.0 * w;
            result = PIO4_HI - (p - q);
        }
        return hx > 0 ? result : -result;
    }

    static double acos(double x) {
        int hx = high(x);
        int ix = hx & 0x7fffffff;
        if (ix >= 0x3ff00000) {
            if ((ix - 0x3ff00000 | low(x)) == 0) {
                return hx > 0 ? 0.0 : PI + 2.0 * PIO2_LO;
            }
            return (x - x) / (x - x);
        }
        if (ix < 0x3fe00000) {
            return ix <= 0x3c600000 ? PIO2_HI + PIO2_LO : PIO2_HI - (x - (PIO2_LO - x * arcRatio(x * x)));
        }
        if (hx < 0) {
            double z = (1.0 + x) * 0.5;
            double s = StrictMath.sqrt(z);
            return PI - 2.0 * (s + (arcRatio(z) * s - PIO2_LO));
        }
        double z = (1.0 - x) * 0.5;
        double s = StrictMath.sqrt(z);
        double df = withoutLow(s);
        double c = (z - df * df) / (s + df);
        return 2.0 * (df + (arcRatio(z) * s + c));
    }

    static double atan(double argument) {
        double x = argument;
        int hx = high(x);
        int ix = hx & 0x7fffffff;
        if (ix >= 0x44100000) {
            return x != x ? x + x : hx > 0 ? PIO2_HI + PIO2_LO : -PIO2_HI - PIO2_LO;
        }
        double hi = 0.0;
        double lo = 0.0;
        if (ix < 0x3fdc0000) {
            if (ix < 0x3e200000) {
                return x;
            }
        } else {
            x = Math.abs(x);
            if (ix < 0x3fe60000) {
                hi = 4.63647609000806093515e-01;
                lo = 2.26987774529616870924e-17;
                x = (2.0 * x - 1.0) / (2.0 + x);
            } else if (ix < 0x3ff30000) {
                hi = PIO4_HI;
                lo = 3.06161699786838301793e-17;
                x = (x - 1.0) / (x + 1.0);
            } else if (ix < 0x40038000) {
                hi = 9.82793723247329054082e-01;
                lo = 1.39033110312309984516e-17;
                x = (x - 1.5) / (1.0 + 1.5 * x);
            } else {
                hi = PIO2_HI;
                lo = PIO2_LO;
                x = -1.0 / x;
            }
        }
        double z = x * x;
        double w = z * z;
        double s1 = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01
            + w * (9.09088713343650656196e-02 + w * (6.66107313738753120669e-02
            + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
        double s2 = w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01
            + w * (-7.69187620504482999495e-02 + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
        if (ix < 0x3fdc0000) {
            return x - x * (s1 + s2);
        }
        z = hi - (x * (s1 + s2) - lo - x);
        return hx < 0 ? -z : z;
    }

    static double atan2(double y, double x) {
        if (x != x || y != y) {
            return x + y;
        }
        if (x == 1.0) {
            return atan(y);
        }
        int hx = high(x);
        int hy = high(y);
        boolean left = hx < 0;
        boolean below = hy < 0;
        if (y == 0.0) {
            return left ? below ? -PI : PI : y;
        }
        if (x == 0.0) {
            return below ? -PIO2_HI : PIO2_HI;
        }
        int ix = hx & 0x7fffffff;
        int iy = hy & 0x7fffffff;
        double z;
        if (ix == 0x7ff00000) {
            z = iy == 0x7ff00000 ? left ? 3.0 * PIO4_HI : PIO4_HI : left ? PI : 0.0;
            return below ? -z : z;
        }
        if (iy == 0x7ff00000) {
            return below ? -PIO2_HI : PIO2_HI;
        }
        int k = iy - ix >> 20;
        if (k > 60) {
            z = PIO2_HI + 0.5 * PI_LO;
        } else if (left && k < -60) {
            z = 0.0;
        } else {
            z = atan(Math.abs(y / x));
        }
        if (!left) {
            return below ? -z : z;
        }
        return below ? z - PI_LO - PI : PI - (z - PI_LO);
    }

    static double sinh(double x) {
        int ix = high(x) & 0x7fffffff;
        if (ix >= 0x7ff00000) {
            return x + x;
        }
        double h = high(x) < 0 ? -0.5 : 0.5;
        double ax = Math.abs(x);
        if (ix < 0x40360000) {
            if (ix < 0x3e300000) {
                return x;
            }
            double t = expm1(ax);
            return ix < 0x3ff00000 ? h * (2.0 * t - t * t / (t + 1.0)) : h * (t + t / (t + 1.0));
        }
        if (ix < 0x40862e42) {
            return h * exp(ax);
        }
        if (isBelowHyperbolicOverflow(x, ix)) {
            double w = exp(0.5 * ax);
            double t = h * w;
            return t * w;
        }
        return x * 1.0e307;
    }

    private static boolean isBelowHyperbolicOverflow(double x, int ix) {
        return ix < 0x408633ce || ix == 0x408633ce && Integer.compareUnsigned(low(x), 0x8fb9f87d) <= 0;
    }

    static double cosh(double x) {
        int ix = high(x) & 0x7fffffff;
        if (ix >= 0x7ff00000) {
            return x * x;
        }
        double ax = Math.abs(x);
        if (ix < 0x3fd62e43) {
            double t = expm1(ax);
            double w = 1.0 + t;
            return ix < 0x3c800000 ? w : 1.0 + t * t / (w + w);
        }
        if (ix < 0x40360000) {
            double t = exp(ax);
            return 0.5 * t + 0.5 / t;
        }
        if (ix < 0x40862e42) {
            return 0.5 * exp(ax);
        }
        if (isBelowHyperbolicOverflow(x, ix)) {
            double w = exp(0.5 * ax);
            double t = 0.5 * w;
            return t * w;
        }
        return Double.POSITIVE_INFINITY;
    }

    static double tanh(double x) {
        int jx = high(x);
        int ix = jx & 0x7fffffff;
        if (ix >= 0x7ff00000) {
            return jx >= 0 ? 1.0 / x + 1.0 : 1.0 / x - 1.0;
        }
        double z = 1.0;
        if (ix < 0x40360000) {
            if (ix < 0x3c800000) {
                return x * (1.0 + x);
            }
            if (ix >= 0x3ff00000) {
                double t = expm1(2.0 * Math.abs(x));
                z = 1.0 - 2.0 / (t + 2.0);
            } else {
                double t = expm1(-2.0 * Math.abs(x));
                z = -t / (t + 2.0);
            }
        }
        return jx >= 0 ? z : -z;
    }

    static double cbrt(double x) {
        int hx = high(x) & 0x7fffffff;
        if (hx >= 0x7ff00000 || x == 0.0) {
            return x;
        }
        double ax = Math.abs(x);
        double t;
        if (hx < 0x00100000) {
            t = TWO54 * ax;
            t = withHigh(t, high(t) / 3 + 696219795);
        } else {
            t = withHigh(0.0, hx / 3 + 715094163);
        }
        double r = t * t / ax;
        double s = 5.42857142857142815906e-01 + r * t;
        t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00
            / (s + 1.41428571428571436819e+00 + -7.05306122448979611050e-01 / s);
        t = withHigh(0.0, high(t) + 1);
        s = t * t;
        r = ax / s;
        double w = t + t;
        r = (r - t) / (w + r);
        t = t + t * r;
        return x < 0.0 ? -t : t;
    }

    static double hypot(double x, double y) {
        double a = Math.abs(x);
        double b = Math.abs(y);
        if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (a != a || b != b) {
            return a + b;
        }
        if (high(b) > high(a)) {
            double swapped = a;
            a = b;
            b = swapped;
        }
        if (high(a) - high(b) > 0x3c00000) {
            return a + b;
        }
        int k = 0;
        if (high(a) > 0x5f300000) {
            a *= 0x1.0p-600;
            b *= 0x1.0p-600;
            k = 600;
        }
        if (b == 0.0) {
            return a;
        }
        // The original forgets to scale the high words along when b is subnormal, and so must this.
        int ha = high(a);
        int hb = high(b);
        if (hb < 0x00100000) {
            a *= 0x1.0p1022;
            b *= 0x1.0p1022;
            k -= 1022;
        } else if (hb < 0x20b00000) {
            a *= 0x1.0p600;
            b *= 0x1.0p600;
            ha = high(a);
            hb = high(b);
            k -= 600;
        }
        double w = a - b;
        if (w > b) {
            double t1 = withHigh(0.0, ha);
            double t2 = a - t1;
            w = StrictMath.sqrt(t1 * t1 - (b * -b - t2 * (a + t1)));
        } else {
            double y1 = withHigh(0.0, hb);
            double y2 = b - y1;
            double a2 = a + a;
            double t1 = withHigh(0.0, ha + 0x00100000);
            double t2 = a2 - t1;
            w = StrictMath.sqrt(t1 * y1 - (w * -w - (t1 * y2 + t2 * b)));
        }
        return k == 0 ? w : Math.scalb(1.0, k) * w;
    }

    static double IEEEremainder(double x, double p) {
        double ap = Math.abs(p);
        if (x != x || p != p || p == 0.0 || Math.abs(x) == Double.POSITIVE_INFINITY) {
            return (x * p) / (x * p);
        }
        if (ap == Double.POSITIVE_INFINITY) {
            return x;
        }
        double rest = Math.abs(ap <= 0x1.fffffffffffffp1022 ? x % (ap + ap) : x);
        if (rest == ap) {
            return 0.0 * x;
        }
        if (ap < 0x1.0p-1021) {
            if (rest + rest > ap) {
                rest -= ap;
                if (rest + rest >= ap) {
                    rest -= ap;
                }
            }
        } else {
            double half = 0.5 * ap;
            if (rest > half) {
                rest -= ap;
                if (rest >= half) {
                    rest -= ap;
                }
            }
        }
        return high(x) < 0 ? -rest : rest;
    }
}
