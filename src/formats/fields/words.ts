/** A plain yes or no 是、否, in any field that is one or the other. */
export const yesWords: readonly string[] = ['是', 'true', 'yes', 'y', '1', '√', '✓'];
export const noWords: readonly string[] = ['否', 'false', 'no', 'n', '0', '×', '✗'];

/**
 * What two spellings of one word have in common: full and half width (NFKC), capitals, and the spaces, hyphens and low
 * lines inside and around it do not tell words apart. Idempotent.
 */
export const keyOfWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Pd}_\u2212]+/gu, '')
    .normalize('NFKC');
