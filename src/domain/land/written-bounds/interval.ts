import type { Side } from './sides.ts';
import { plain, type BoundsForm } from './tokens.ts';

const number = String.raw`(\d{1,9}(?:\.\d{1,9})?)(%)?`;
const interval = new RegExp(String.raw`^([\[(])(?:${number}|-∞)[,，、;~](?:${number}|\+?∞)([\])])$`);

/** The ends of an interval as mathematics writes it, [1.5,2.5) and (1,+∞), after the name or without; null where it is none. */
export function intervalOf(text: string, { unit, names }: BoundsForm): readonly Side[] | null {
  const name = names.map(plain).find((known) => known !== '' && text.startsWith(known)) ?? '';
  const match = interval.exec(text.slice(name.length).replace(/^(?::|为|∈|=)/, ''));
  if (!match) return null;
  const [, left, min, minPerCent, max, maxPerCent, right] = match;
  if ((minPerCent || maxPerCent) && unit !== 'share') return null;
  return [
    ...(min
      ? [{ sign: left === '[' ? ('≥' as const) : ('>' as const), value: Number(min), percent: !!minPerCent }]
      : []),
    ...(max
      ? [{ sign: right === ']' ? ('≤' as const) : ('<' as const), value: Number(max), percent: !!maxPerCent }]
      : []),
  ];
}
