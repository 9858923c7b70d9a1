/** Where the WAR runs: whatever its context root, everything else is relative to the page. */
export const root = new URL('.', document.baseURI);

/** Several WARs may share an origin; what they keep in the browser must not. */
export const scope = `parley:${root.pathname}`;
