/** From this distance on the movement is a swipe, or scrolling. */
const SLACK_PX = 10;
/** From this distance on, letting go acts. */
const FAR_PX = 64;
/** The message follows the finger no further than this. */
const FURTHEST_PX = 80;
/** A touch that begins this near to the edge belongs to the browser: there it goes back a page. */
const EDGE_PX = 24;

/** One finger that may swipe a message to the side. Scrolling wins: a swipe begins sideways. */
export class Swipe {
  /** How far the message has moved, in the direction of reading. */
  by = 0;
  /** Whether the first movement was sideways. */
  begun = false;

  /**
   * @param {{x: number, y: number}} from where the finger came down
   * @param {{width: number, rtl: boolean}} page
   */
  constructor(from, page) {
    this.from = from;
    this.page = page;
    const edge = page.rtl ? page.width - from.x : from.x;
    this.over = edge < EDGE_PX;
  }

  /** Whether letting go now replies. */
  get far() {
    return this.by >= FAR_PX;
  }

  /** @param {{x: number, y: number}} to @returns {boolean} whether the swipe goes on */
  move({ x, y }) {
    const along = (x - this.from.x) * (this.page.rtl ? -1 : 1);
    const across = Math.abs(y - this.from.y);
    if (this.over) return false;
    if (!this.begun && Math.max(Math.abs(along), across) < SLACK_PX) return true;
    if (!this.begun && along <= across) this.over = true;
    else this.begun = true;
    this.by = this.over ? 0 : Math.min(FURTHEST_PX, Math.max(0, along));
    return !this.over;
  }
}
