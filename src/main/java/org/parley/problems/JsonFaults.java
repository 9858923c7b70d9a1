package org.parley.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.UUID;

/** Says in the contract's words what type a field must have, without naming a Java class. */
final class JsonFaults {
    private JsonFaults() {}

    static String expectation(JsonMappingException failure) {
        Class<?> target = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (target == null) {
            return "has the wrong form";
        }
        if (target == String.class) {
            return "must be text";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return "must be a whole number";
        }
        if (target == UUID.class) {
            return "must be a UUID";
        }
        if (target.isEnum() || Collection.class.isAssignableFrom(target)) {
            return target.isEnum() ? "is not one of the known values" : "must be a list";
        }
        return "has the wrong form";
    }
}
