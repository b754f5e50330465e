let audio: AudioContext | undefined;

/** Two short soft tones. Browsers allow it only once the page was touched: until then it stays silent. */
export function ring(): void {
  audio ??= new AudioContext();
  tone(audio, 660, 0);
  tone(audio, 880, 0.12);
}

/** @param after when it begins, in seconds from now */
function tone(context: AudioContext, hertz: number, after: number): void {
  const start = context.currentTime + after;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.15, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.25);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.3);
}
