import { publicKeyIn } from '../city/evidence/keys.ts';
import { base64Of } from '../city/evidence/encoding.ts';
import { checkedEvidence, type CheckedEvidence } from '../city/evidence/check.ts';
import { readEvidenceFile, type ReadEvidence } from '../city/evidence/page.ts';
import { labelsOf } from '../policy/labels.ts';
import { differenceName, differingValue } from '../texts/evidence/differences.ts';
import { recomputedSaid } from '../texts/evidence/said.ts';
import { evidenceWords } from '../texts/evidence/words.ts';
import { CommandRefused, print, printJson, type Context, type Exit } from './context.ts';
import { orSay, sayEvidence, textOf } from './evidence-texts.ts';
import { packOf } from './pack.ts';
import { productVersion } from './product-version.ts';

type PolicyText = 'same' | 'other' | 'unknown' | null;

interface Checked extends ReadEvidence {
  readonly checked: CheckedEvidence;
  /** Of the public key that was given: whether it is the one in the file; null where none was given. */
  readonly isOfKey: boolean | null;
  readonly policyText: PolicyText;
  readonly agrees: boolean;
}

/** `yuantu evidence --check FILE`: 0 where all agrees, 1 where anything does not. */
export async function checkCommand(context: Context, file: string): Promise<Exit> {
  if (context.files.length > 0)
    throw new CommandRefused({ code: 'one-file-checked', params: { names: context.files.join(', ') } });
  const read = orSay(context, await readEvidenceFile(textOf(file)), file);
  const key = context.options['public-key'];
  const wanted = key === undefined ? null : orSay(context, await publicKeyIn(textOf(String(key))), String(key));
  const version = productVersion();
  const checked = await checkedEvidence(read.evidence, version);
  const { signature } = read.evidence.seal;
  const isOfKey =
    wanted === null ? null : checked.seal.signature === 'good' && signature?.publicKey === base64Of(wanted);
  const agrees = checked.agrees && read.page === 'same' && isOfKey !== false;
  const policyText = policyTextOf(checked);
  const all: Checked = { ...read, checked, isOfKey, policyText, agrees };
  if (context.options.json) printJson(context, document(all, version));
  else printChecked(context, all, version);
  return agrees ? 0 : 1;
}

function document({ evidence, page, checked, isOfKey, policyText, agrees }: Checked, version: string): object {
  const { seal, recomputed } = checked;
  const { park, made, law, program, source } = evidence.content;
  return {
    agrees,
    park,
    made,
    policy: law.policy,
    policyText,
    date: law.date,
    source,
    program: { ...program, checkedWith: version },
    page,
    seal,
    ...(isOfKey !== null && { isOfKey }),
    ...(recomputed.ok
      ? {
          figures: recomputed.value.figures,
          findings: recomputed.value.findings,
          differences: recomputed.value.differences,
        }
      : { refused: recomputed.refusal }),
  };
}

function printChecked(
  context: Context,
  { evidence, page, checked, isOfKey, policyText, agrees }: Checked,
  version: string,
): void {
  const { language } = context;
  const words = evidenceWords[language];
  const { content } = evidence;
  const { park, made, law } = content;
  const join = language === 'zh' ? '：' : ': ';
  const put = (text: string) => print(context, oneLine(text));
  const line = (name: string, said: string) => put(`${name}${join}${said}`);
  put(`${words.title} ${park.name} (${park.id})`);
  line(words.made, made);
  line(words.policy, `${law.policy.id} ${law.policy.version} · ${words.judged} ${law.date}`);
  if (policyText) line(words.policyText, words.policyTexts[policyText]);
  line(words.program, `${content.program.version} · ${words.checkedWith(version)}`);
  line(words.steps.page, words.page[page]);
  line(words.steps.seal, `${words.seal[checked.seal.hash]} ${checked.seal.sha256}`);
  line(words.steps.signature, words.signature[signatureWord(checked, isOfKey)]);
  if (checked.seal.fingerprint !== null) line(words.fingerprint, checked.seal.fingerprint);
  line(words.steps.recompute, recomputedText(context, checked));
  if (checked.recomputed.ok) {
    const labels = labelsOf(checked.recomputed.value.pack);
    for (const difference of checked.recomputed.value.differences) {
      const name = differenceName(language, difference, content.stated, labels);
      const [stated, anew] = [difference.stated, difference.anew].map((value) => differingValue(language, value));
      put(`  ! ${name}${join}${words.stated} ${stated}, ${words.anew} ${anew}  [${difference.path.join('.')}]`);
    }
  }
  print(context, agrees ? words.agrees : words.differs);
}

const signatureWord = ({ seal: { signature } }: CheckedEvidence, isOfKey: boolean | null) =>
  signature !== 'good' || isOfKey === null ? signature : isOfKey ? 'own' : 'other';

/** What a stranger wrote begins no line of the answer and steers no terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** Whether the policy in the file reads as the program's own of that version; null where it cannot be read. */
function policyTextOf({ recomputed }: CheckedEvidence): PolicyText {
  if (!recomputed.ok) return null;
  const { pack } = recomputed.value;
  const own = packOf(pack.id, pack.version);
  if (!own) return 'unknown';
  const names = new Set([...Object.keys(own.files), ...Object.keys(pack.files)]);
  return [...names].every((name) => own.files[name] === pack.files[name]) ? 'same' : 'other';
}

function recomputedText({ language }: Context, { recomputed }: CheckedEvidence): string {
  const words = evidenceWords[language];
  if (!recomputed.ok) return words.failed(sayEvidence(language, recomputed.refusal));
  return recomputedSaid(recomputed.value, words);
}
