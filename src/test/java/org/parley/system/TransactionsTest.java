package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final List<String> asked = new ArrayList<>();
    private final Transactions transactions = new Transactions();

    @BeforeEach
    void prepare() {
        transactions.entities = listening(EntityManager.class);
        transactions.current = listening(TransactionSynchronizationRegistry.class);
    }

    @Test
    void work_that_succeeds_is_kept() {
        assertEquals("done", transactions.run(() -> "done"));
        transactions.run(() -> {});
        transactions.undoOnError(() -> {});
        assertEquals(List.of("flush", "flush"), asked);
    }

    @Test
    void an_error_undoes_the_work_and_reaches_the_caller() {
        Supplier<String> failing = () -> {
            throw new StackOverflowError();
        };
        assertThrows(StackOverflowError.class, () -> transactions.run(failing));
        assertThrows(StackOverflowError.class, () -> transactions.run((Runnable) failing::get));
        assertThrows(StackOverflowError.class, () -> transactions.undoOnError(failing::get));
        assertEquals(List.of("setRollbackOnly", "setRollbackOnly", "setRollbackOnly"), asked);
    }

    @Test
    void an_error_is_not_hidden_by_a_transaction_that_is_over() {
        transactions.current = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("over");
                });
        assertThrows(
                StackOverflowError.class,
                () -> transactions.undoOnError(() -> {
                    throw new StackOverflowError();
                }));
    }

    private <T> T listening(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return null;
                }));
    }
}
