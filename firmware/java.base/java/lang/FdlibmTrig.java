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

/**
 * Sine, cosine and tangent. An argument is reduced to y0 + y1 between -pi/4 and pi/4; the object holds that and the
 * number of quadrants taken off. Small arguments need no object.
 */
final class FdlibmTrig {
    private static final double INV_PIO2 = 6.36619772367581382433e-01;
    private static final double PIO2_1 = 1.57079632673412561417e+00;
    private static final double PIO2_1T = 6.07710050650619224932e-11;
    private static final double PIO2_2 = 6.07710050630396597660e-11;
    private static final double PIO2_2T = 2.02226624879595063154e-21;
    private static final double PIO2_3 = 2.02226624871116645580e-21;
    private static final double PIO2_3T = 8.47842766036889956997e-32;
    private static final double TWO24 = 0x1.0p24;
    private static final double TWON24 = 0x1.0p-24;

    private double y0;
    private double y1;
    private int quadrants;

    private FdlibmTrig(double x) {
        int hx = Fdlibm.high(x);
        int ix = hx & 0x7fffffff;
        double ax = Math.abs(x);
        if (ix < 0x4002d97c) {
            reduceOne(ax, ix);
        } else if (ix <= 0x413921fb) {
            reduceMedium(ax, ix);
        } else {
            reduceLarge(ax, ix);
        }
        if (hx < 0) {
            y0 = -y0;
            y1 = -y1;
            quadrants = -quadrants;
        }
    }

    static double sin(double x) {
        int ix = Fdlibm.high(x) & 0x7fffffff;
        if (ix <= 0x3fe921fb) {
            return kernelSin(x, 0.0, false);
        }
        if (ix >= 0x7ff00000) {
            return x - x;
        }
        FdlibmTrig r = new FdlibmTrig(x);
        switch (r.quadrants & 3) {
            case 0: return kernelSin(r.y0, r.y1, true);
            case 1: return kernelCos(r.y0, r.y1);
            case 2: return -kernelSin(r.y0, r.y1, true);
            default: return -kernelCos(r.y0, r.y1);
        }
    }

    static double cos(double x) {
        int ix = Fdlibm.high(x) & 0x7fffffff;
        if (ix <= 0x3fe921fb) {
            return kernelCos(x, 0.0);
        }
        if (ix >= 0x7ff00000) {
            return x - x;
        }
        FdlibmTrig r = new FdlibmTrig(x);
        switch (r.quadrants & 3) {
            case 0: return kernelCos(r.y0, r.y1);
            case 1: return -kernelSin(r.y0, r.y1, true);
            case 2: return -kernelCos(r.y0, r.y1);
            default: return kernelSin(r.y0, r.y1, true);
        }
    }

    static double tan(double x) {
        int ix = Fdlibm.high(x) & 0x7fffffff;
        if (ix <= 0x3fe921fb) {
            return kernelTan(x, 0.0, false);
        }
        if (ix >= 0x7ff00000) {
            return x - x;
        }
        FdlibmTrig r = new FdlibmTrig(x);
        return kernelTan(r.y0, r.y1, (r.quadrants & 1) != 0);
    }

    private static double kernelSin(double x, double y, boolean hasTail) {
        if ((Fdlibm.high(x) & 0x7fffffff) < 0x3e400000) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        double r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04
            + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        double s1 = -1.66666666666666324348e-01;
        return hasTail ? x - (z * (0.5 * y - v * r) - y - v * s1) : x + v * (s1 + z * r);
    }

    private static double kernelCos(double x, double y) {
        int ix = Fdlibm.high(x) & 0x7fffffff;
        if (ix < 0x3e400000) {
            return 1.0;
        }
        double z = x * x;
        double r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03
            + z * (2.48015872894767294178e-05 + z * (-2.75573143513906633035e-07
            + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        if (ix < 0x3fd33333) {
            return 1.0 - (0.5 * z - (z * r - x * y));
        }
        double qx = ix > 0x3fe90000 ? 0.28125 : Fdlibm.withHigh(0.0, ix - 0x00200000);
        double hz = 0.5 * z - qx;
        return 1.0 - qx - (hz - (z * r - x * y));
    }

    /** The tangent, or -1 over it. */
    private static double kernelTan(double argument, double tail, boolean inverse) {
        double x = argument;
        double y = tail;
        int hx = Fdlibm.high(x);
        int ix = hx & 0x7fffffff;
        if (ix < 0x3e300000) {
            return inverse ? minusInverse(x, y, x + y) : x;
        }
        boolean large = ix >= 0x3fe59428;
        if (large) {
            if (hx < 0) {
                x = -x;
                y = -y;
            }
            x = 7.85398163397448278999e-01 - x + (3.06161699786838301793e-17 - y);
            y = 0.0;
        }
        double z = x * x;
        double w = z * z;
        double r = 1.33333333333201242699e-01 + w * (2.18694882948595424599e-02
            + w * (3.59207910759131235356e-03 + w * (5.88041240820264096874e-04
            + w * (7.81794442939557092300e-05 + w * -1.85586374855275456654e-05))));
        double v = z * (5.39682539762260521377e-02 + w * (8.86323982359930005737e-03
            + w * (1.45620945432529025516e-03 + w * (2.46463134818469906812e-04
            + w * (7.14072491382608190305e-05 + w * 2.59073051863633712884e-05)))));
        double s = z * x;
        r = y + z * (s * (r + v) + y);
        r += 3.33333333333334091986e-01 * s;
        w = x + r;
        if (large) {
            v = inverse ? -1.0 : 1.0;
            return (1 - (hx >> 30 & 2)) * (v - 2.0 * (x - (w * w / (w + v) - r)));
        }
        return inverse ? minusInverse(x, r, w) : w;
    }

    /** -1 / (x + r), more exactly than by division; w is the sum as rounded. */
    private static double minusInverse(double x, double r, double w) {
        double z = Fdlibm.withoutLow(w);
        double v = r - (z - x);
        double a = -1.0 / w;
        double t = Fdlibm.withoutLow(a);
        return t + a * (1.0 + t * z + t * v);
    }

    /** Below 3 pi/4: one quadrant. */
    private void reduceOne(double ax, int ix) {
        double z = ax - PIO2_1;
        if (ix != 0x3ff921fb) {
            y0 = z - PIO2_1T;
            y1 = z - y0 - PIO2_1T;
        } else {
            z -= PIO2_2;
            y0 = z - PIO2_2T;
            y1 = z - y0 - PIO2_2T;
        }
        quadrants = 1;
    }

    /** Up to 2 to the 19th quadrants, with as many parts of pi/2 as cancellation asks for. */
    private void reduceMedium(double ax, int ix) {
        int n = (int) (ax * INV_PIO2 + 0.5);
        double fn = n;
        double r = ax - fn * PIO2_1;
        double w = fn * PIO2_1T;
        int j = ix >> 20;
        y0 = r - w;
        if (j - (Fdlibm.high(y0) >> 20 & 0x7ff) > 16) {
            double t = r;
            w = fn * PIO2_2;
            r = t - w;
            w = fn * PIO2_2T - (t - r - w);
            y0 = r - w;
            if (j - (Fdlibm.high(y0) >> 20 & 0x7ff) > 49) {
                t = r;
                w = fn * PIO2_3;
                r = t - w;
                w = fn * PIO2_3T - (t - r - w);
                y0 = r - w;
            }
        }
        y1 = r - y0 - w;
        quadrants = n;
    }

    /** Splits the argument into three parts of 24 bits and multiplies them with as many bits of 2/pi as matter. */
    private void reduceLarge(double ax, int ix) {
        int e0 = (ix >> 20) - 1046;
        double z = Fdlibm.withHigh(ax, ix - (e0 << 20));
        double[] x = new double[3];
        for (int i = 0; i < 2; i++) {
            x[i] = (int) z;
            z = (z - x[i]) * TWO24;
        }
        x[2] = z;
        int nx = 3;
        while (x[nx - 1] == 0.0) {
            nx--;
        }
        reduceLarge(x, e0, nx);
    }

    private static final double[] PIO2 = {
        1.57079625129699707031e+00, 7.54978941586159635335e-08, 5.39030252995776476554e-15, 3.28200341580791294123e-22,
        1.27065575308067607349e-29, 1.22933308981111328932e-36, 2.73370053816464559624e-44, 2.16741683877804819444e-51,
    };

    /** 2/pi, six hexadecimal digits for each 24 bits. */
    private static final String TWO_OVER_PI =
        "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c"
        + "fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f"
        + "ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08"
        + "56033046fc7b6babf0cfbc209af4361da9e391615ee61b086599855f14a068408dffd8804d73273106061556ca73a8c9"
        + "60e27bc08c6b";

    private static double twoOverPi(int index) {
        return index < 0 ? 0.0 : Integer.parseInt(TWO_OVER_PI, 6 * index, 6 * index + 6, 16);
    }

    private static final int JK = 4;

    private void reduceLarge(double[] x, int e0, int nx) {
        int jx = nx - 1;
        int jv = Math.max((e0 - 3) / 24, 0);
        int q0 = e0 - 24 * (jv + 1);
        double[] f = new double[20];
        double[] q = new double[20];
        int[] iq = new int[20];
        for (int i = 0; i <= jx + JK; i++) {
            f[i] = twoOverPi(jv - jx + i);
        }
        for (int i = 0; i <= JK; i++) {
            q[i] = product(x, f, jx, i);
        }
        int jz = JK;
        int n;
        int ih;
        double z;
        while (true) {
            z = distill(q, iq, jz);
            z = Math.scalb(z, q0);
            z -= 8.0 * Math.floor(z * 0.125);
            n = (int) z;
            z -= n;
            ih = 0;
            if (q0 > 0) {
                int i = iq[jz - 1] >> 24 - q0;
                n += i;
                iq[jz - 1] -= i << 24 - q0;
                ih = iq[jz - 1] >> 23 - q0;
            } else if (q0 == 0) {
                ih = iq[jz - 1] >> 23;
            } else if (z >= 0.5) {
                ih = 2;
            }
            if (ih > 0) {
                n++;
                boolean carry = complement(iq, jz, q0);
                if (ih == 2) {
                    z = 1.0 - z;
                    z -= carry ? Math.scalb(1.0, q0) : 0.0;
                }
            }
            int more = z == 0.0 ? termsNeeded(iq, jz) : 0;
            if (more == 0) {
                break;
            }
            for (int i = jz + 1; i <= jz + more; i++) {
                f[jx + i] = twoOverPi(jv + i);
                q[i] = product(x, f, jx, i);
            }
            jz += more;
        }
        finish(q, iq, jz, q0, z, ih != 0);
        quadrants = n & 7;
    }

    private static double product(double[] x, double[] f, int jx, int i) {
        double sum = 0.0;
        for (int j = 0; j <= jx; j++) {
            sum += x[j] * f[jx + i - j];
        }
        return sum;
    }

    private static double distill(double[] q, int[] iq, int jz) {
        double z = q[jz];
        for (int i = 0, j = jz; j > 0; i++, j--) {
            double fw = (int) (TWON24 * z);
            iq[i] = (int) (z - TWO24 * fw);
            z = q[j - 1] + fw;
        }
        return z;
    }

    /** Turns iq into 1 minus itself; true if there was anything but zeros. */
    private static boolean complement(int[] iq, int jz, int q0) {
        boolean carry = false;
        for (int i = 0; i < jz; i++) {
            int j = iq[i];
            if (carry) {
                iq[i] = 0xffffff - j;
            } else if (j != 0) {
                carry = true;
                iq[i] = 0x1000000 - j;
            }
        }
        if (q0 == 1) {
            iq[jz - 1] &= 0x7fffff;
        } else if (q0 == 2) {
            iq[jz - 1] &= 0x3fffff;
        }
        return carry;
    }

    /** How many more terms it takes until one is not zero; 0 if the ones there are suffice. */
    private static int termsNeeded(int[] iq, int jz) {
        int j = 0;
        for (int i = jz - 1; i >= JK; i--) {
            j |= iq[i];
        }
        if (j != 0) {
            return 0;
        }
        int k = 1;
        while (iq[JK - k] == 0) {
            k++;
        }
        return k;
    }

    private void finish(double[] q, int[] iq, int terms, int scale, double rest, boolean negative) {
        int jz = terms;
        int q0 = scale;
        if (rest == 0.0) {
            do {
                jz--;
                q0 -= 24;
            } while (iq[jz] == 0);
        } else {
            double z = Math.scalb(rest, -q0);
            if (z >= TWO24) {
                double fw = (int) (TWON24 * z);
                iq[jz++] = (int) (z - TWO24 * fw);
                q0 += 24;
                iq[jz] = (int) fw;
            } else {
                iq[jz] = (int) z;
            }
        }
        double fw = Math.scalb(1.0, q0);
        for (int i = jz; i >= 0; i--) {
            q[i] = fw * iq[i];
            fw *= TWON24;
        }
        double[] fq = new double[20];
        for (int i = jz; i >= 0; i--) {
            fw = 0.0;
            for (int k = 0; k <= JK && k <= jz - i; k++) {
                fw += PIO2[k] * q[i + k];
            }
            fq[jz - i] = fw;
        }
        sum(fq, jz, negative);
    }

    private void sum(double[] fq, int jz, boolean negative) {
        double fw = 0.0;
        for (int i = jz; i >= 0; i--) {
            fw += fq[i];
        }
        y0 = negative ? -fw : fw;
        fw = fq[0] - fw;
        for (int i = 1; i <= jz; i++) {
            fw += fq[i];
        }
        y1 = negative ? -fw : fw;
    }
}
