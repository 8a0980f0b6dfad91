/** Longer than any path people have. */
const LONGEST = 300;
const [HEAD, TAIL] = [150, 80];

/** A sentence in which no name runs over the screen: of one that is too long, its beginning and its end. */
export const shortNames = (sentence: string): string =>
  sentence.replace(/[^\s,;，、；。：“”"]+/g, (word) =>
    word.length > LONGEST ? `${word.slice(0, HEAD)}…${word.slice(-TAIL)}` : word,
  );
