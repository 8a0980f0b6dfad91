import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { uiTexts } from '../../src/texts/ui/index.ts';
import type { App } from '../../src/ui/state/app.svelte.ts';
import { savePark } from '../../src/ui/file/park-files.ts';

/** A person who chooses a file of this text, or closes the dialog. */
function choosing(text: string | null): void {
  const heard: Record<string, () => void> = {};
  const input = {
    files: [{ text: async () => text }],
    addEventListener: (kind: string, then: () => void) => void (heard[kind] = then),
    click: () => heard[text === null ? 'cancel' : 'change'](),
  };
  vi.stubGlobal('document', { createElement: () => input });
}

const pageIn = (language: 'zh' | 'en') => ({
  settings: { language, texts: uiTexts[language] },
  parkView: { key: 0, park: { id: 'P1', name: '园' } },
  open: { evidence: async () => ({ ok: true, value: {} }) },
  unmade: null as string | null,
});

const keyOf = (namedCurve: string): string =>
  generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

afterEach(() => void vi.unstubAllGlobals());

it('a key that cannot sign is told in the notice with what to choose instead, until a file is asked for again', async () => {
  const page = pageIn('zh');
  const sign = (text: string | null) => (choosing(text), savePark(page as unknown as App, 'signed'));
  await sign('ssh-ed25519 AAAA');
  expect(page.unmade).toMatch(/^证据文件没有生成。.*-----BEGIN PRIVATE KEY-----.*请选签名用的私钥文件。$/);
  await sign(keyOf('secp384r1'));
  expect(page.unmade).toMatch(/^证据文件没有生成。.*ECDSA P-256.*请换一个密钥文件。$/);
  await sign(null);
  expect(page.unmade).toBeNull();
});

it('in English too', async () => {
  const page = pageIn('en');
  choosing('no key');
  await savePark(page as unknown as App, 'signed');
  expect(page.unmade).toMatch(/^No evidence file was made\. .*private key that signs/);
});
