/**
 * Whether the user's main pointer is a finger. Such devices usually have a keyboard on the screen. It covers a part of
 * the page, so fields do not take the focus by themselves there.
 */
export const touch = matchMedia('(pointer: coarse)');
