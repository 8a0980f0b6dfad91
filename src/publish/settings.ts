import { LineCounter, parseDocument } from 'yaml';
import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';
import type { Thinning } from './collect/thinned.ts';
import type { Words } from './shape/published.ts';

/** What an office sets of its published map; a file of YAML or JSON. */
export interface PublishSettings extends Thinning {
  /** Null: that of the data. */
  readonly title: Words | null;
  /** 审图号 */
  readonly mapApproval: string | null;
  readonly sources: readonly Words[];
  /** `mailto:…` or `https:…` */
  readonly feedback: string | null;
  /** Where the folder will stand, with a slash at its end. */
  readonly address: string | null;
  /** Key of 天地图. */
  readonly tianditu: string | null;
  /** Further land classes of which no land is shown, `system/code`. */
  readonly withheldClasses: readonly string[];
  /** English of Chinese names. */
  readonly names: Readonly<Record<string, string>>;
}

export const defaultSettings: PublishSettings = {
  title: null,
  mapApproval: null,
  sources: [],
  feedback: null,
  address: null,
  tianditu: null,
  withheldClasses: [],
  names: {},
  thinM: 3,
  digits: 5,
};

export type SettingsRefusalCode =
  | 'settings-not-yaml' // {file, line, detail}
  | 'setting-unknown' // {file, setting, known}
  | 'setting-bad'; // {file, setting, value, expected}

/** What is expected of a setting, as a code that has its sentence in `texts/`. */
type Expected =
  'text' | 'words' | 'words-list' | 'mail-or-https' | 'https' | 'names' | 'classes' | 'thinning' | 'digits';

/** A value as it is read, or undefined where it is not what is expected. */
type Reader<T> = (value: unknown) => T | undefined;

const text: Reader<string> = (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const matching =
  (pattern: RegExp): Reader<string> =>
  (value) => {
    const own = text(value);
    return own !== undefined && pattern.test(own) ? own : undefined;
  };

function words(value: unknown): Words | undefined {
  const alone = text(value);
  if (alone !== undefined) return { zh: alone, en: alone };
  if (typeof value !== 'object' || value === null) return undefined;
  const { zh, en, ...rest } = value as Record<string, unknown>;
  const own = text(zh);
  if (own === undefined || Object.keys(rest).length > 0) return undefined;
  return { zh: own, en: text(en) ?? own };
}

function listed(value: unknown): readonly Words[] | undefined {
  const own = (Array.isArray(value) ? value : [value]).map(words);
  return own.every((one) => one !== undefined) ? own : undefined;
}

function classes(value: unknown): readonly string[] | undefined {
  const own = Array.isArray(value) ? value : [value];
  return own.every((one) => typeof one === 'string' && /^[a-z0-9-]+\/[0-9A-Z]+$/.test(one))
    ? (own as string[])
    : undefined;
}

function dictionary(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).map(([zh, en]) => [zh, text(en)] as const);
  return entries.every((entry): entry is readonly [string, string] => entry[1] !== undefined)
    ? Object.fromEntries(entries)
    : undefined;
}

const numberIn =
  (least: number, most: number, whole: boolean): Reader<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))
      ? value
      : undefined;

const https = matching(/^https?:\/\/[^\s"'<>]+$/);
const slashed: Reader<string> = (value) => https(value)?.replace(/\/*$/, '/');

const readers: {
  readonly [K in keyof PublishSettings]: readonly [Reader<NonNullable<PublishSettings[K]>>, Expected];
} = {
  title: [words, 'words'],
  mapApproval: [text, 'text'],
  sources: [listed, 'words-list'],
  feedback: [matching(/^(mailto:[^\s"'<>]+@[^\s"'<>]+|https:\/\/[^\s"'<>]+)$/), 'mail-or-https'],
  address: [slashed, 'https'],
  tianditu: [matching(/^[0-9A-Za-z]+$/), 'text'],
  withheldClasses: [classes, 'classes'],
  names: [dictionary, 'names'],
  // Below a metre and beyond six decimals a boundary could be surveyed off the map.
  thinM: [numberIn(1, 100, false), 'thinning'],
  digits: [numberIn(4, 6, true), 'digits'],
};

/** The settings of a file; what it leaves out is as usual. */
export function publishSettings(file: string, source: string): Result<PublishSettings, Refusal<SettingsRefusalCode>> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const [error] = document.errors;
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    return refuse('settings-not-yaml', { file, line, detail: error.code });
  }
  const given: unknown = document.toJS() ?? {};
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse('settings-not-yaml', { file, line: 1, detail: 'MAP' });
  const own: Record<string, unknown> = {};
  for (const [setting, value] of Object.entries(given)) {
    if (!Object.hasOwn(readers, setting))
      return refuse('setting-unknown', { file, setting, known: Object.keys(readers).join(', ') });
    if (value === null) continue;
    const [read, expected] = readers[setting as keyof PublishSettings];
    const found = read(value);
    if (found === undefined) return refuse('setting-bad', { file, setting, value: JSON.stringify(value), expected });
    own[setting] = found;
  }
  return ok({ ...defaultSettings, ...own });
}
