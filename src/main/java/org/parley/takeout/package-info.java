/** People download their own data as one file. The features say what it contains ({@code OwnData}). */
package org.parley.takeout;
