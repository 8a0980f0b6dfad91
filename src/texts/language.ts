export type Language = 'zh' | 'en';

/** A word in both languages. */
export type Word = Readonly<Record<Language, string>>;
/** A word for every code of a closed set. */
export type Words<K extends string> = Readonly<Record<K, Word>>;

/** A sentence in both languages; a table of these is complete by its type. */
export interface Both<P = Readonly<Record<string, string | number>>> {
  readonly zh: (p: P) => string;
  readonly en: (p: P) => string;
}

/** From `--lang`, else the locale; Chinese where neither says otherwise. */
export function languageOf(option: string | undefined, locale: string | undefined): Language {
  const wanted = (option ?? locale ?? '').toLowerCase();
  return /^en\b|^en[_-]/.test(wanted) ? 'en' : 'zh';
}
