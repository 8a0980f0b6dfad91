import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import { notCanonical } from './canonical.ts';
import type { Evidence } from './shape.ts';

export type UnreadEvidence = Refusal<
  'evidence-name-twice' | 'evidence-none' | 'evidence-malformed' | 'evidence-newer' | 'evidence-other-page'
>;

type Members = Readonly<Record<string, unknown>>;
type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string';
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const isWith =
  (members: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isMembers(value) && Object.entries(members).every(([name, is]) => is(value[name]));

/** What a page is drawn from without a second look; the rest is looked at as it is computed with. */
const parts: Readonly<Record<string, Is>> = {
  made: isText,
  park: isWith({ id: isText, name: isText }),
  sample: (value) => typeof value === 'boolean',
  program: isWith({ version: isText, sha256: isText }),
  law: isWith({ policy: isWith({ id: isText, version: isText }), files: isMembers, date: isText }),
  source: isWith({ title: isText, files: isListOf(isText) }),
  history: isListOf(isWith({ code: isText, params: isMembers })),
  land: isListOf(isMembers),
  stated: isWith({ facts: isMembers, findings: isListOf(isMembers) }),
};

const isSeal = isWith({
  sha256: isText,
  signature: (value) => value === undefined || isWith({ algorithm: isText, value: isText, publicKey: isText })(value),
});

const malformed = (detail: string) => refuse('evidence-malformed', { detail });

/** How many names of members a text of JSON holds. Of a name that stands twice only the last is read. */
function namesIn(json: string): number {
  let count = 0;
  for (const [, colon] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon) count++;
  return count;
}

/** Whether it holds a number that is not written as ECMAScript writes it: with another digit its text may be the same number, and the hash too. */
function isRewritten(json: string): boolean {
  const bare = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '');
  return (bare.match(/-?\d[\d.eE+-]*/g) ?? []).some((number) => String(Number(number)) !== number);
}

function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, item) => sum + membersIn(item), own);
}

/** The text of the content. */
export function evidenceIn(json: string): Result<Evidence, UnreadEvidence> {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (error) {
    return malformed((error as Error).message);
  }
  if (!isMembers(read) || !isMembers(read.content)) return malformed('content');
  const { content } = read;
  if (typeof content.format === 'number' && content.format > 1)
    return refuse('evidence-newer', { format: content.format });
  if (content.format !== 1) return malformed('format');
  if (!isSeal(read.seal)) return malformed('seal');
  const damaged = Object.keys(parts).filter((name) => !parts[name](content[name]));
  if (damaged.length > 0) return malformed(damaged.join(', '));
  const why = notCanonical(content);
  if (why !== null) return malformed(why);
  if (namesIn(json) !== membersIn(read)) return refuse('evidence-name-twice');
  return ok({ ...(read as unknown as Evidence), ...(isRewritten(json) && { isRewritten: true }) });
}

/** The same in a page of that version. Evidence in the page of another was put there by someone. */
export function evidenceOfPage(json: string, version: string): Result<Evidence, UnreadEvidence> {
  const read = evidenceIn(json);
  if (!read.ok || read.value.content.program.version === version) return read;
  return refuse('evidence-other-page', { version: read.value.content.program.version, page: version });
}
