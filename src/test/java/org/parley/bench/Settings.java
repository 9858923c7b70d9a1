package org.parley.bench;

/**
 * The settings of a run, from the environment.
 *
 * @param repetitions REPS
 * @param seconds SECS: length of a window of A, B, H and of the overload
 * @param members N in one room
 * @param warm WARM: seconds of load before recording starts
 * @param quiet QUIET: the most seconds to wait for other processes to become quiet
 * @param firstRate D0: messages a second at which the search for the highest rate starts
 * @param searchSeconds DSECS of each of its steps
 * @param bodyLength PAYLOAD in bytes
 * @param searchMessages SEARCH_MESSAGES: how many S searches
 * @param importMessages IMPORT_MESSAGES: how many the room of I has
 */
record Settings(
        String label,
        int repetitions,
        double seconds,
        int members,
        double warm,
        double quiet,
        double firstRate,
        double searchSeconds,
        int bodyLength,
        int searchMessages,
        int importMessages) {

    static Settings fromEnvironment(String label) {
        return new Settings(
                label,
                (int) number("REPS", 3),
                number("SECS", 10),
                (int) number("N", 1000),
                number("WARM", 20),
                number("QUIET", 20),
                number("D0", 100),
                number("DSECS", 5),
                (int) Math.max(Marker.LENGTH, number("PAYLOAD", 100)),
                (int) number("SEARCH_MESSAGES", 1_000_000),
                (int) number("IMPORT_MESSAGES", 200_000));
    }

    private static double number(String name, double otherwise) {
        String given = System.getenv(name);
        return given == null ? otherwise : Double.parseDouble(given);
    }
}
