import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { hexOf, sha256Of, utf8 } from './encoding.ts';
import type { SigningKey } from './keys.ts';
import { evidenceIn, type UnreadEvidence } from './read.ts';
import { sealed } from './seal.ts';
import type { Evidence, Unplaced } from './shape.ts';

/** Where the content stands in the page, and how the page says which version of the product it is of. */
export const CONTENT_ID = 'yuantu-evidence';
const OPEN = `<script type="application/json" id="${CONTENT_ID}">`;
const CLOSE = '</script>';
const VERSION = /<meta name="yuantu:version" content="([^"]*)"/;

/** The page an evidence file is made of, without content: `evidence.html` of the build. */
export interface EvidencePage {
  readonly html: string;
  readonly version: string;
}

/** Null where the text is no such page. */
export function evidencePageIn(html: string): EvidencePage | null {
  const version = VERSION.exec(html)?.[1];
  return version !== undefined && html.split(OPEN + CLOSE).length === 2 ? { html, version } : null;
}

/** Of a page without content; line ends that a program for texts made others of are none of it. */
const hashOf = async (html: string): Promise<string> => hexOf(await sha256Of(utf8(html.replaceAll('\r\n', '\n'))));

/** The whole file: a content, sealed, in its page. */
export async function evidenceFile(page: EvidencePage, content: Unplaced, key?: SigningKey): Promise<string> {
  const sha256 = await hashOf(page.html);
  const evidence = await sealed({ ...content, program: { version: page.version, sha256 } }, key);
  const [before, after] = page.html.split(OPEN + CLOSE);
  return `${before}${OPEN}${jsonIn(evidence)}${CLOSE}${after}`;
}

/** JSON that ends no element it stands in; a member of the content a line. */
function jsonIn({ content, seal }: Evidence): string {
  const members = Object.entries(content).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const json = `{"seal":${JSON.stringify(seal)},\n"content":{\n${members.join(',\n')}\n}}`;
  return json.replaceAll('<', '\\u003c');
}

/** What stands in an evidence file, and whether the page around it is the one it was put into. */
export interface ReadEvidence {
  readonly evidence: Evidence;
  readonly page: 'same' | 'changed';
}

export async function readEvidenceFile(html: string): Promise<Result<ReadEvidence, UnreadEvidence>> {
  const start = html.indexOf(OPEN);
  if (start < 0) return refuse('evidence-none');
  const end = html.indexOf(CLOSE, start);
  if (end < 0) return refuse('evidence-malformed', { detail: CLOSE });
  const read = evidenceIn(html.slice(start + OPEN.length, end));
  if (!read.ok) return read;
  const sha256 = await hashOf(html.slice(0, start + OPEN.length) + html.slice(end));
  const { program } = read.value.content;
  const isSame = sha256 === program.sha256 && VERSION.exec(html)?.[1] === program.version;
  return ok({ evidence: read.value, page: isSame ? 'same' : 'changed' });
}
