package org.parley.bench;

/** What processes had used at one moment; CPU in seconds since they started. */
record Sample(double at, double load, double all, Usage server, Usage database) {
    record Usage(double cpu, double residentMb) {}

    double seconds(Sample before) {
        return at - before.at;
    }

    double serverCpu(Sample before) {
        return server.cpu - before.server.cpu;
    }

    double databaseCpu(Sample before) {
        return database.cpu - before.database.cpu;
    }

    double loadCpu(Sample before) {
        return load - before.load;
    }

    /** By all that is no part of the run; where it is not small, times mean little. */
    double otherCpu(Sample before) {
        return all - before.all - serverCpu(before) - databaseCpu(before) - loadCpu(before);
    }
}
