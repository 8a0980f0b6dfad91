/** What of a card is read aloud, line by line: what stands in it and is unfolded, but for what is pressed. */
const SPOKEN =
  'h2, h3, header p, section > p:not(.links, .note), .site > p:not(.ways), dl > div, details[open] > p, details[open] > ul > li';

export const spokenLines = (card: HTMLElement | null): readonly string[] =>
  [...(card?.querySelectorAll<HTMLElement>(SPOKEN) ?? [])]
    .map((line) => line.innerText.trim().replace(/\s*\n\s*/g, '，'))
    .filter(Boolean);
