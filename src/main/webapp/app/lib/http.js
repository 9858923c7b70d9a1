import { root } from './place.js';
import { Problem } from './problem.js';

const TIMEOUT_MS = 20_000;
/** An upload that makes no progress for so long is given up. */
const STALLED_MS = 60_000;

/**
 * Calls the server once and reads the answer.
 * @param {string} method
 * @param {string} path below `api/`
 * @param {{body?: unknown, query?: Record<string, unknown>, token?: string | null, keepalive?: boolean}} [options]
 *   `body`: becomes JSON, unless it is a file;
 *   `keepalive`: the request goes on when the page is closed
 * @returns {Promise<any>} the JSON of the answer, or null if the status is 204
 * @throws {Problem}
 */
export async function call(method, path, { body, query, token, keepalive = false } = {}) {
  const headers = headersWith('application/json', token);
  // A file brings its own type.
  const sent = body instanceof Blob ? body : JSON.stringify(body);
  if (typeof sent === 'string') headers.set('Content-Type', 'application/json');
  const response = await reach(address(path, query), {
    method,
    headers,
    keepalive,
    body: sent,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const json = await response.json().catch(() => null);
  // A server that has ended the application, but still listens, answers 200 with nothing.
  if (response.status === 204 || response.ok && json !== null) return json;
  throw refusal(response, json);
}

/**
 * Opens a stream of events. It lasts until the page or the server ends it.
 * @param {string} path below `api/`
 * @param {{query: Record<string, unknown>, signal: AbortSignal, token?: string | null}} options
 * @returns {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>}
 * @throws {Problem}
 */
export async function stream(path, { query, signal, token }) {
  const response = await reach(address(path, query), { headers: headersWith('text/event-stream', token), signal });
  if (response.ok && response.body) return response.body;
  throw refusal(response, await response.json().catch(() => null));
}

/**
 * Sends a file. `fetch` does not tell how much of it is sent.
 * @param {string} path below `api/`
 * @param {Blob} file
 * @param {string} name
 * @param {{token?: string | null, signal: AbortSignal, progress: (octets: number) => void, fields?: Record<string, string>}} options `fields` come before the file
 * @returns {Promise<any>} the JSON of the answer
 * @throws {Problem}
 */
export async function upload(path, file, name, { token, signal, progress, fields = {} }) {
  if (signal.aborted) throw unreached();
  const request = new XMLHttpRequest();
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', file, name);
  const { promise, resolve, reject } = withResolvers();
  let stalled = setTimeout(() => request.abort(), STALLED_MS);
  request.upload.onprogress = ({ loaded }) => {
    clearTimeout(stalled);
    stalled = setTimeout(() => request.abort(), STALLED_MS);
    progress(loaded);
  };
  // All of it is sent; how long the server works on it is another thing.
  request.upload.onload = () => clearTimeout(stalled);
  request.onload = () => {
    const json = jsonOf(request.responseText);
    if (request.status === 201 && json) resolve(json);
    else reject(refusal(request, json));
  };
  request.onerror = request.onabort = () => reject(unreached());
  request.onloadend = () => clearTimeout(stalled);
  signal.addEventListener('abort', () => request.abort());
  request.open('POST', address(path));
  for (const [header, value] of headersWith('application/json', token)) request.setRequestHeader(header, value);
  request.send(form);
  return promise;
}

/** `Promise.withResolvers` is younger than some browsers. */
function withResolvers() {
  /** @type {(value: any) => void} */
  let resolve = () => undefined;
  /** @type {(problem: Problem) => void} */
  let reject = () => undefined;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

/** @param {string} text */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Downloads a file. It lasts as long as the server sends.
 * @param {string} path below `api/`
 * @param {{token?: string | null}} options
 * @returns {Promise<Blob>}
 * @throws {Problem}
 */
export async function file(path, { token }) {
  const response = await reach(address(path), { headers: headersWith('*/*', token) });
  if (!response.ok) throw refusal(response, await response.json().catch(() => null));
  return response.blob().catch(() => {
    throw new Problem({ code: 'unreachable', detail: 'the file broke off' });
  });
}

/**
 * @param {string} accepted
 * @param {string | null} [token]
 */
function headersWith(accepted, token) {
  const headers = new Headers({ Accept: accepted });
  if (token) headers.set('Authorization', `Bearer ${token}`);
  return headers;
}

/**
 * @param {{status: number, statusText: string}} response
 * @param {any} json
 */
function refusal({ status, statusText }, json) {
  return new Problem(json?.code ? json : { code: byStatus(status), detail: statusText }, status);
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} [query]
 */
function address(path, query = {}) {
  const url = new URL(`api/${path}`, root);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, String(value));
  }
  return url;
}

/**
 * @param {URL} url
 * @param {RequestInit} init
 */
async function reach(url, init) {
  try {
    return await fetch(url, init);
  } catch {
    throw unreached();
  }
}

const unreached = () => new Problem({ code: 'unreachable', detail: 'no answer from the server' });

/** @param {number} status of an answer that came from a proxy or the container, not from the application */
function byStatus(status) {
  if (status === 401) return 'unauthenticated';
  if (status === 413) return 'too_large';
  return status === 404 ? 'not_found' : 'unavailable';
}
