import type { Figure, Sign, Token } from './tokens.ts';

/** A number and on which side of it the condition holds. */
export interface Side {
  readonly sign: Sign;
  readonly value: number;
  readonly percent: boolean;
}

const turned: Readonly<Record<Sign, Sign>> = { '≥': '≤', '>': '<', '≤': '≥', '<': '>', '=': '=' };
const including: Readonly<Record<Sign, Sign>> = { '≥': '≥', '>': '≥', '≤': '≤', '<': '≤', '=': '=' };
const excluding: Readonly<Record<Sign, Sign>> = { '≥': '>', '>': '>', '≤': '<', '<': '<', '=': '=' };

/** What 含 or 不含 behind a sign or a number says of it. */
const withWord = (sign: Sign, word: Token | undefined): Sign =>
  word?.is === 'with' ? including[sign] : word?.is === 'without' ? excluding[sign] : sign;
const isWithWord = (token: Token | undefined): boolean => token?.is === 'with' || token?.is === 'without';

/** Each number with its sign; null where one has none or two that differ, or a sign has no number. */
export function sidesOf(tokens: readonly Token[]): Side[] | null {
  const reading = new Sides(tokens);
  while (!reading.isAtEnd) if (!reading.take()) return null;
  return reading.sides;
}

class Sides {
  readonly sides: Side[] = [];
  readonly #tokens: readonly Token[];
  readonly #isBare: boolean;
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#isBare = tokens.every(({ is }) => is === 'number' || is === 'name' || is === 'limit');
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  take(): boolean {
    const token = this.#tokens[this.#at];
    if (token.is === 'sign') return this.#signed(token.sign);
    if (token.is === 'limit') return this.#limited();
    if (token.is === 'number') return this.#numbered(token);
    const last = this.sides.at(-1);
    // 1.5以上(不含1.5)
    if (isWithWord(token) && last) this.sides[this.sides.length - 1] = { ...last, sign: withWord(last.sign, token) };
    else if (token.is === 'to' && !(last && this.#isSigned(this.#at + 1))) return false;
    else if (isWithWord(token)) return false;
    // 1.0-2.0以内 says the same twice; 1.0-2.0以上 has no end.
    else if (token.is === 'behind' && token.sign !== last?.sign) return false;
    this.#at++;
    return true;
  }

  /** 不小于1.5, 下限: 1.5, 大于(含)1.5, 不低于1.5以上. */
  #signed(written: Sign): boolean {
    const word = this.#tokens[this.#at + 1];
    const sign = withWord(written, word);
    let at = this.#at + (isWithWord(word) ? 2 : 1);
    while (this.#tokens[at]?.is === 'name' && this.#tokens[at + 1]?.is === 'number') at++;
    const number = this.#tokens[at];
    if (number?.is !== 'number') return false;
    const behind = this.#tokens[at + 1];
    if (behind?.is === 'behind' && behind.sign !== sign) return false;
    return this.#push(sign, number, at + (behind?.is === 'behind' ? 2 : 1));
  }

  /** 限高24米 is no more than 24 m, 限高≤24米 says so; elsewhere it is a name. */
  #limited(): boolean {
    this.#at++;
    let at = this.#at;
    while (this.#tokens[at]?.is === 'name') at++;
    const [number, next] = [this.#tokens[at], this.#tokens[at + 1]];
    const isAlone = number?.is === 'number' && (next === undefined || next.is === 'and');
    return isAlone ? this.#push('≤', number, at + 1) : true;
  }

  #numbered(number: Figure): boolean {
    const word = this.#tokens[this.#at + 1];
    const end = this.#at + (isWithWord(word) ? 2 : 1);
    const [next, third] = [this.#tokens[end], this.#tokens[end + 1]];
    if (next?.is === 'behind') return this.#push(withWord(next.sign, word), number, end + 1);
    if (next?.is === 'sign' && this.#isNameAt(end + 1) && !isWithWord(word))
      return this.#push(turned[next.sign], number, end + 2);
    if (third?.is === 'number' && (next.is === 'to' || (next.is === 'and' && this.#isBetween(end))))
      return this.#push(withWord('≥', word), number, end + 1) && this.#push('≤', third, end + 2);
    return this.#isBare && this.#push('=', number, this.#at + 1);
  }

  #isNameAt(at: number): boolean {
    const is = this.#tokens[at]?.is;
    return is === 'name' || is === 'limit';
  }

  /** 介于1.5和2.5之间: 和 stands between two ends. */
  #isBetween(and: number): boolean {
    return [this.#at - 1, and + 2, and + 3].some((at) => this.#tokens[at]?.is === 'between');
  }

  /** ≥1.5~≤2.5, 1.5以上至2.5以下 */
  #isSigned(at: number): boolean {
    const token = this.#tokens[at];
    return token?.is === 'sign' || (token?.is === 'number' && this.#tokens[at + 1]?.is === 'behind');
  }

  #push(sign: Sign, { value, percent }: Figure, end: number): boolean {
    this.sides.push({ sign, value, percent });
    this.#at = end;
    return true;
  }
}
