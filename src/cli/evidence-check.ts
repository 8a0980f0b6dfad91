import { publicKeyIn } from '../city/evidence/keys.ts';
import { base64Of } from '../city/evidence/encoding.ts';
import { checkedEvidence, trueDifferences, type CheckedEvidence } from '../city/evidence/check.ts';
import { readEvidenceFile, type ReadEvidence } from '../city/evidence/page.ts';
import { labelsOf } from '../policy/labels.ts';
import { differenceName, differingValue } from '../texts/evidence/differences.ts';
import { evidenceWords } from '../texts/evidence/words.ts';
import { print, printJson, type Context, type Exit } from './context.ts';
import { orSay, sayEvidence, textOf } from './evidence-texts.ts';
import { productVersion } from './product-version.ts';

interface Checked extends ReadEvidence {
  readonly checked: CheckedEvidence;
  /** Of the public key that was given: whether it is the one in the file; null where none was given. */
  readonly isOfKey: boolean | null;
  readonly agrees: boolean;
}

/** `yuantu evidence --check FILE`: 0 where all agrees, 1 where anything does not. */
export async function checkCommand(context: Context, file: string): Promise<Exit> {
  const read = orSay(context, await readEvidenceFile(textOf(file)), file);
  const key = context.options['public-key'];
  const wanted = key === undefined ? null : orSay(context, publicKeyIn(textOf(String(key))), String(key));
  const version = productVersion();
  const checked = await checkedEvidence(read.evidence, version);
  const { signature } = read.evidence.seal;
  const isOfKey =
    wanted === null ? null : checked.seal.signature === 'good' && signature?.publicKey === base64Of(wanted);
  const agrees = checked.agrees && read.page === 'same' && isOfKey !== false;
  const all: Checked = { ...read, checked, isOfKey, agrees };
  if (context.options.json) printJson(context, document(all, version));
  else printChecked(context, all, version);
  return agrees ? 0 : 1;
}

function document({ evidence, page, checked, isOfKey, agrees }: Checked, version: string): object {
  const { seal, recomputed } = checked;
  const { park, made, law, program, source } = evidence.content;
  return {
    agrees,
    park,
    made,
    policy: law.policy,
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

function printChecked(context: Context, { evidence, page, checked, isOfKey, agrees }: Checked, version: string): void {
  const { language } = context;
  const words = evidenceWords[language];
  const { content } = evidence;
  const { park, made, law } = content;
  const join = language === 'zh' ? '：' : ': ';
  const line = (name: string, said: string) => print(context, `${name}${join}${said}`);
  print(context, `${words.title} ${String(park.name)} (${String(park.id)})`);
  line(words.made, String(made));
  line(words.policy, `${String(law.policy.id)} ${String(law.policy.version)} · ${words.judged} ${String(law.date)}`);
  line(words.program, `${String(content.program.version)} · ${words.checkedWith(version)}`);
  line(words.steps.page, words.page[page]);
  line(words.steps.seal, `${words.seal[checked.seal.hash]} ${checked.seal.sha256}`);
  line(words.steps.signature, words.signature[isOfKey === false && checked.seal.signature === 'good' ? 'other' : checked.seal.signature]); // prettier-ignore
  if (checked.seal.fingerprint !== null) line(words.fingerprint, checked.seal.fingerprint);
  line(words.steps.recompute, recomputedText(context, checked));
  if (checked.recomputed.ok) {
    const labels = labelsOf(checked.recomputed.value.pack);
    for (const difference of checked.recomputed.value.differences) {
      const name = differenceName(language, difference, content.stated, labels);
      const [stated, anew] = [difference.stated, difference.anew].map((value) => differingValue(language, value));
      print(
        context,
        `  ! ${name}${join}${words.stated} ${stated}, ${words.anew} ${anew}  [${difference.path.join('.')}]`,
      );
    }
  }
  print(context, agrees ? words.agrees : words.differs);
}

function recomputedText({ language }: Context, { recomputed }: CheckedEvidence): string {
  const words = evidenceWords[language];
  if (!recomputed.ok) return words.failed(sayEvidence(language, recomputed.refusal));
  const { value } = recomputed;
  const count = trueDifferences(value).length;
  return count === 0 ? words.recomputed(value.figures, value.findings) : words.found(count);
}
