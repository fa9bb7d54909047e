package meter;

import java.util.Random;

/**
 * The simulated sensor of a household: a base load that follows the hour and the season, appliances that come and go, and
 * noise. The same seed gives the same readings.
 */
final class Sensor {
    private static final int[] BASE_WATTS_BY_HOUR = {
        90, 85, 80, 80, 85, 110, 220, 340, 260, 210, 190, 230, 300, 250, 210, 220, 280, 420, 520, 560, 480, 380, 240, 130};

    private final Random random;
    private final Appliance[] appliances = {
        new Appliance("fridge", 95, 60, 4),
        new Appliance("kettle", 2000, 15, 1),
        new Appliance("oven", 2400, 180, 1),
        new Appliance("washing machine", 1200, 420, 1),
        new Appliance("heating", 1500, 240, 3),
        new Appliance("computer", 160, 900, 2),
    };
    private int baseWatts;
    private int applianceWatts;
    private int samplesToNextDecision;

    Sensor(long seed) {
        random = new Random(seed);
    }

    void beginHour(Date date, int hour) {
        boolean winter = date.month() <= 2 || date.month() >= 11;
        baseWatts = BASE_WATTS_BY_HOUR[date.isWeekend() ? (hour + 23) % 24 : hour] + (winter ? 60 : 0);
        for (Appliance appliance : appliances) {
            appliance.weight = appliance.weightAt(hour, winter);
        }
    }

    /** The power right now, in watts. */
    int read() {
        if (--samplesToNextDecision <= 0) {
            decide();
        }
        int noise = random.nextInt(31) - 15;
        return Math.max(0, baseWatts + applianceWatts + noise);
    }

    private void decide() {
        samplesToNextDecision = 6 + random.nextInt(12);
        applianceWatts = 0;
        for (Appliance appliance : appliances) {
            appliance.passes(samplesToNextDecision);
            if (!appliance.isOn() && random.nextInt(400) < appliance.weight) {
                appliance.switchOn(random);
            }
            applianceWatts += appliance.watts();
        }
    }

    /** Something that takes its power for a while and then none. */
    private static final class Appliance {
        private final String name;
        private final int watts;
        private final int samplesOn;
        private final int eagerness;
        private int samplesLeft;
        int weight;

        Appliance(String name, int watts, int samplesOn, int eagerness) {
            this.name = name;
            this.watts = watts;
            this.samplesOn = samplesOn;
            this.eagerness = eagerness;
        }

        int weightAt(int hour, boolean winter) {
            return switch (name) {
                case "fridge" -> 40;
                case "heating" -> winter ? 12 * eagerness : hour < 8 ? eagerness : 0;
                default -> hour < 6 ? 0 : hour >= 17 && hour <= 21 ? 4 * eagerness : 2 * eagerness;
            };
        }

        boolean isOn() {
            return samplesLeft > 0;
        }

        void switchOn(Random random) {
            samplesLeft = samplesOn / 2 + random.nextInt(samplesOn);
        }

        void passes(int samples) {
            samplesLeft = Math.max(0, samplesLeft - samples);
        }

        int watts() {
            return isOn() ? watts : 0;
        }
    }
}
