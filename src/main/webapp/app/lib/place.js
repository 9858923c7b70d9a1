/** The address of the application, with any context root. All other addresses are relative to it. */
export const root = new URL('.', document.baseURI);

/** Several WARs may share an origin. Each keeps its data in the browser under its own prefix. */
export const scope = `parley:${root.pathname}`;
