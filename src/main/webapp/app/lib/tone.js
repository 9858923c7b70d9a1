/** Two notes, in hertz and in seconds from the start. */
const NOTES = [[660, 0], [880, 0.09]];
const LASTS = 0.22;
const LOUDNESS = 0.12;

/** A short tone. The page makes it itself and loads no file. */
export class Tone {
  /** @type {AudioContext | undefined} */
  #context;

  /** Browsers play nothing until the user has clicked or typed. A late tone is worse than none, so it is dropped. */
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
