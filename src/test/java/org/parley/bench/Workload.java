package org.parley.bench;

/** One kind of load. It runs on an existing server and records a line for each repetition. */
interface Workload {
    /** How it was asked for: a letter and, for some, a number. */
    static Workload of(String name) {
        if (!name.matches("[A-Z]\\d{0,6}")) {
            throw new IllegalArgumentException("There is no workload " + name);
        }
        double number = name.length() > 1 ? Double.parseDouble(name.substring(1)) : 0;
        return switch (name.charAt(0)) {
            case 'A' -> new FanOut(number > 0 ? number : 10);
            case 'B' -> new ManyRooms(false);
            case 'C' -> new Arrivals(number > 0 ? (int) number : 5000);
            case 'D' -> new HighestFanOut();
            case 'E' -> new EverybodyReacts();
            case 'F' -> new FirstPaint();
            case 'H' -> new HttpCalls();
            case 'I' -> new MovingRoom();
            case 'L' -> new LongMessages();
            case 'M' -> new MarkedRoom();
            case 'O' -> new Overload(number > 0 ? number : 300);
            case 'P' -> new ManyRooms(true);
            case 'R' -> new Returning();
            case 'S' -> new Searching();
            case 'T' -> new Thumbnails();
            case 'U' -> new Uploading();
            default -> throw new IllegalArgumentException("There is no workload " + name);
        };
    }

    void run(Bed bed);
}
