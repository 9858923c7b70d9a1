/** Two notes, in hertz and in seconds from the start. */
const NOTES = [[660, 0], [880, 0.09]];
const LASTS = 0.22;
const LOUDNESS = 0.12;

/** A short tone, made here, so that nothing has to be fetched for it. */
export class Tone {
  /** @type {AudioContext | undefined} */
  #context;

  /** Browsers stay silent until the reader has touched the page; a tone that comes late is worse than none. */
  play() {
    if (!('AudioContext' in globalThis)) return;
    const context = (this.#context ??= new AudioContext());
    if (context.state === 'running') ring(context);
    else if (navigator.userActivation?.hasBeenActive) context.resume().then(() => ring(context)).catch(() => undefined);
  }
}

/** @param {AudioContext} context */
function ring(context) {
  for (const [pitch, after] of NOTES) {
    const start = context.currentTime + after;
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + LASTS);
    const note = new OscillatorNode(context, { frequency: pitch });
    note.connect(loudness).connect(context.destination);
    note.start(start);
    note.stop(start + LASTS);
  }
}
