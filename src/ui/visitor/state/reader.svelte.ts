import type { Language } from '../../../texts/language.ts';

/** 朗读: reads what is shown aloud, where the device has a voice for the language; quiet where it has none. */
export class Reader {
  reading = $state(false);
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  readonly #speech: SpeechSynthesis | undefined;

  constructor(speech: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.#speech = speech;
    const look = () => (this.#voices = speech?.getVoices() ?? []);
    look();
    // Voices come after the page has asked for them first.
    speech?.addEventListener?.('voiceschanged', look);
  }

  voiceOf(language: Language): SpeechSynthesisVoice | null {
    return this.#voices.find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;
  }

  /** A line at a time: engines break off what is long. */
  read(lines: readonly string[], language: Language) {
    const voice = this.voiceOf(language);
    if (!this.#speech || !voice) return;
    this.stop();
    const said = lines.map((text) => new SpeechSynthesisUtterance(text));
    for (const one of said) [one.voice, one.lang] = [voice, voice.lang];
    const last = said.at(-1);
    if (!last) return;
    last.onend = () => (this.reading = false);
    for (const one of said) {
      one.onerror = () => (this.reading = false);
      this.#speech.speak(one);
    }
    this.reading = true;
  }

  stop() {
    this.reading = false;
    this.#speech?.cancel();
  }
}
