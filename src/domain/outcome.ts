/**
 * Refusals are data: an operation that will not do what was asked returns one, with what, where and the choices left.
 * `code` is closed per module; `texts/` holds one sentence per code and language. Faults (bugs) are thrown instead.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Facts for the sentence, e.g. `{line: 12, value: 'abc'}`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Ways on, e.g. EPSG codes the user may choose from. */
  readonly choices?: readonly string[];
}

export type Result<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function refuse<Code extends string>(
  code: Code,
  params: Readonly<Record<string, string | number>> = {},
  choices?: readonly string[],
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: choices ? { code, params, choices } : { code, params } };
}
