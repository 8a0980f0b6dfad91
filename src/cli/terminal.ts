/** What words are written to: a stream, or whatever takes its place in a test. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Where a command speaks: its answer on `out`, all that is said about it on `err`. `env` tells the reader's language. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const systemTerminal: Terminal = { out: process.stdout, err: process.stderr, env: process.env };

/** Lines, each with its end. */
export const writeLine = (output: Output, text: string): void => void output.write(`${text}\n`);
