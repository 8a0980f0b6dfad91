import { markAll } from './marked.ts';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A clause in pieces, the words of one phrase marked. */
export const splitAt = (text: string, phrase: string): Piece[] =>
  markAll(text, [{ id: '', phrase }]).map((piece) => ({ text: piece.text, marked: piece.rules.length > 0 }));
