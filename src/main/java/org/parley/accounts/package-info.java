/** People: accounts, names, profiles and passwords, how others see them, and the caller of a request. */
package org.parley.accounts;
