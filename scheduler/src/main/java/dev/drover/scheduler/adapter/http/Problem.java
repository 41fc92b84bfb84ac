package dev.drover.scheduler.adapter.http;

/**
 * Why there is no answer, as RFC 9457 wants it told.
 *
 * @param status of the response
 * @param code for programs: stays as it is
 * @param title what kind of problem it is, for people
 * @param detail what is wrong this time, and what to do
 */
public record Problem(int status, String code, String title, String detail) {
    static final String TYPE = "application/problem+json";

    static Problem wrong(String detail) {
        return new Problem(400, "invalid-request", "The request can't be understood", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "not-found", "There is no such thing", detail);
    }

    static Problem notAllowed(String detail) {
        return new Problem(405, "not-allowed", "This can't be done here", detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "not-now", "Nobody can answer at the moment", detail);
    }

    static Problem halted(String detail) {
        return new Problem(500, "zone-halted", "The zone's log needs somebody to act", detail);
    }

    /** It, to be thrown. */
    Thrown thrown() {
        return new Thrown(this);
    }

    /** Ends a request with a problem. */
    static final class Thrown extends RuntimeException {
        private final transient Problem problem;

        private Thrown(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
