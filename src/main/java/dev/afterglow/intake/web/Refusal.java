package dev.afterglow.intake.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call we do not accept, answered as an RFC 9457 problem that says what to do. */
public class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /** What is wrong with one field of a call. */
    public record FieldProblem(String field, String message) {}

    private Refusal(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    /**
     * A refusal of a kind.
     *
     * @param kind stable, for programs: the last part of the problem's type
     * @param title the same for all of its kind, for people
     * @param detail what is wrong this time and what to do
     */
    public static Refusal of(HttpStatus status, String kind, String title, String detail) {
        return new Refusal(status, problem(status, kind, title, detail));
    }

    /** A refusal that names the fields at fault. */
    public static Refusal of(HttpStatus status, String kind, String title, String detail, List<FieldProblem> errors) {
        var problem = problem(status, kind, title, detail);
        problem.setProperty("errors", errors);
        return new Refusal(status, problem);
    }

    /** The problem to write where no controller is near. */
    public static ProblemDetail problem(HttpStatus status, String kind, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:afterglow:problem:" + kind));
        problem.setTitle(title);
        return problem;
    }
}
