import { signingKey } from '../city/evidence/keys.ts';
import { evidenceFile, evidencePageIn } from '../city/evidence/page.ts';
import type { Unplaced } from '../city/evidence/shape.ts';
import { ok, refuse, type Refusal, type Result } from '../domain/outcome.ts';

/**
 * A content as an evidence file, in the page of the build, which lies beside this one. `pem`: the office's key, to sign with;
 * it stays here.
 */
export async function evidenceFrom(content: Unplaced, pem: string | null): Promise<Result<string, Refusal>> {
  if (!globalThis.crypto?.subtle) return refuse('evidence-no-crypto');
  const key = pem === null ? null : await signingKey(pem);
  if (key && !key.ok) return key;
  const answer = await fetch(new URL('evidence.html', document.baseURI));
  const page = answer.ok ? evidencePageIn(await answer.text()) : null;
  return page ? ok(await evidenceFile(page, content, key?.value)) : refuse('evidence-no-page');
}
