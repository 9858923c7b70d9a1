/** An error from the server, or `unreachable` if there was no answer. */
export class Problem extends Error {
  /**
   * @param {{code?: string, detail?: string, retryAfter?: number, until?: string | null, reason?: string | null,
   *   errors?: {field: string, message: string}[], draft?: import('../models/wire.js').StoredDraft | null, left?: number}} problem
   * @param {number} [status]
   */
  constructor(problem, status = 0) {
    super(problem.detail ?? problem.code ?? 'refused');
    this.code = problem.code ?? 'unavailable';
    this.status = status;
    this.retryAfter = problem.retryAfter;
    this.until = problem.until;
    this.reason = problem.reason;
    /** The stored draft, if another one could not be stored over it. */
    this.draft = problem.draft;
    /** The octets that are left for the user's files, if a file does not fit into them. */
    this.left = problem.left;
    this.errors = problem.errors ?? [];
  }

  /** @param {string} field whether this field of the request is wrong */
  blames(field) {
    return this.errors.some((error) => error.field === field);
  }
}

/** @param {unknown} error @returns {Problem} */
export function problemOf(error) {
  return error instanceof Problem ? error : new Problem({ code: 'unexpected', detail: String(error) });
}
