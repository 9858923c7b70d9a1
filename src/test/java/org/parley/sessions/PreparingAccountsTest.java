package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Passwords;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.BadSetting;
import org.parley.system.Configuration;
import org.parley.system.Transactions;
import org.parley.texts.Name;
import org.parley.texts.Names;

/** The name of the configured administrator already belongs to an account. */
class PreparingAccountsTest {
    private final Account boss = new Account(1, Names.username("username", "boss"), "hash of secret", Instant.EPOCH);
    private final PreparingAccounts preparing = new PreparingAccounts();

    @BeforeEach
    void boss_is_registered() {
        preparing.accounts = new Accounts() {
            @Override
            public Optional<Account> byName(String typed) {
                return Optional.of(boss);
            }

            @Override
            public Account lock(long id) {
                return boss;
            }
        };
        preparing.passwords = new Passwords() {
            @Override
            public boolean matches(String password, String hash) {
                return hash.equals("hash of " + password);
            }
        };
        preparing.transactions = new Transactions() {
            @Override
            public void run(Runnable work) {
                work.run();
            }
        };
    }

    @Test
    void a_person_who_registered_the_name_with_another_password_is_not_promoted() {
        BadSetting refused = assertThrows(BadSetting.class, () -> provide("other"));
        assertEquals(
                "Setting parley.admin.username names an account whose password is not the one of parley.admin.password.",
                refused.getMessage());
        assertFalse(boss.admin());
    }

    @Test
    void an_account_with_the_configured_password_is_promoted() {
        provide("secret");
        assertTrue(boss.admin());
    }

    @Test
    void an_administrator_who_changed_the_password_stays_one() {
        boss.admin(true);
        provide("other");
        assertTrue(boss.admin());
    }

    @Test
    void an_account_that_its_owner_deleted_does_not_keep_the_server_from_starting() {
        preparing.accounts = new Accounts() {
            @Override
            public Optional<Account> byName(String typed) {
                return Optional.empty();
            }

            @Override
            public boolean deleted(String typed) {
                return true;
            }
        };
        preparing.registering = new RegisteringAccounts() {
            @Override
            Account registerAdmin(Name name, String password) {
                throw Refusal.of(Code.USERNAME_TAKEN, "taken");
            }
        };
        provide("secret");
    }

    private void provide(String password) {
        preparing.provide(new Configuration.Admin("boss", password));
    }
}
