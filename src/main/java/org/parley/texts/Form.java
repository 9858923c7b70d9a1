package org.parley.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.problems.Code;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;

/**
 * Checks the fields of one request together, so that the sender learns of every error at once. A malformed field is
 * reported before any other refusal.
 */
public final class Form {
    private final List<FieldError> faults = new ArrayList<>();
    private Refusal other;

    /** @throws Refusal {@code invalid_json} if the request has no body but needs a JSON object */
    public static <T> T filled(T body) {
        if (body == null) {
            throw Refusal.of(Code.INVALID_JSON, "The request needs a JSON object as its body.");
        }
        return body;
    }

    /** @return the value, or {@code null} if the field was refused: do not use it before {@link #judge} */
    public <T> T field(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refused) {
            if (refused.code() == Code.INVALID_REQUEST) {
                faults.addAll(refused.errors());
            } else if (other == null) {
                other = refused;
            }
            return null;
        }
    }

    /** A value that must be present; other code checks it. */
    public <T> T given(String field, T value) {
        if (value == null) {
            faults.add(new FieldError(field, "must be given"));
        }
        return value;
    }

    /** @throws Refusal if any field was refused */
    public void judge() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        if (other != null) {
            throw other;
        }
    }
}
