/** Moments in universal time. */
import java.util.Date;

public class DateFields {
    @SuppressWarnings("deprecation")
    public static void main(String[] args) {
        for (long time : new long[] {0, 951_782_400_000L, 951_868_799_999L, -1L, 1_700_000_000_123L}) {
            Date date = new Date(time);
            System.out.println(date.getTime() + " " + date.toGMTString().endsWith("GMT") + " " + date.hashCode() + " " + Date.UTC(100, 1, 29, 12, 0, 0));
        }
        System.out.println(new Date(5).before(new Date(6)) + " " + new Date(5).after(new Date(6)) + " " + new Date(5).compareTo(new Date(5)) + " " + new Date(5).equals(new Date(5)));
        System.out.println(Date.UTC(70, 0, 1, 0, 0, 0) + " " + Date.UTC(70, 12, 32, 25, 61, 61) + " " + Date.UTC(0, 0, 1, 0, 0, 0) + " " + Date.UTC(99, -1, 0, 0, 0, 0));
        System.out.println(new Date(951_782_400_000L).toGMTString() + " " + new Date(-86_400_000L * 365).toGMTString());
    }
}
