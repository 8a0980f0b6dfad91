import { afterEach, expect, it, vi } from 'vitest';
import { Reader } from './reader.svelte.ts';

class Utterance {
  voice: unknown = null;
  lang = '';
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

function speech(langs: readonly string[]) {
  const spoken: Utterance[] = [];
  const voices = langs.map((lang) => ({ lang }));
  const engine = { getVoices: () => voices, speak: (one: Utterance) => void spoken.push(one), cancel: () => undefined };
  return { spoken, engine: engine as unknown as SpeechSynthesis };
}

afterEach(() => vi.unstubAllGlobals());

it('reads line by line in a voice of the language, until the last', () => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  const { spoken, engine } = speech(['en-GB', 'zh-CN']);
  const reader = new Reader(engine);
  reader.read(['柳溪园', '占地 100 亩'], 'zh');
  expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([
    ['柳溪园', 'zh-CN'],
    ['占地 100 亩', 'zh-CN'],
  ]);
  expect(reader.reading).toBe(true);
  spoken[1].onend!();
  expect(reader.reading).toBe(false);
});

it('is quiet where there is no voice, or no speech at all', () => {
  const { spoken, engine } = speech(['en-GB']);
  const reader = new Reader(engine);
  expect(reader.voiceOf('zh')).toBeNull();
  reader.read(['柳溪园'], 'zh');
  expect(spoken).toEqual([]);
  expect(new Reader(undefined).voiceOf('en')).toBeNull();
});
