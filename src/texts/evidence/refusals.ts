import type { Both } from '../language.ts';

/** Why no evidence file is made, or one is not checked. */
export const evidenceSentences: Readonly<Record<string, Both>> = {
  'evidence-none': {
    zh: (p) => `${p.name ?? '这个文件'}不是证据文件：里面没有封存的内容。`,
    en: (p) => `${p.name ?? 'This'} is no evidence file: nothing sealed is in it.`,
  },
  'evidence-malformed': {
    zh: (p) => `证据文件的内容残缺：${p.detail}。请向出具单位索取原件。`,
    en: (p) => `The content of the evidence file is damaged: ${p.detail}. Ask whoever issued it for the original.`,
  },
  'evidence-name-twice': {
    zh: () => '证据文件里有一个名称写了两次，各种程序读出的可能不同，不能作为依据。请向出具单位索取原件。',
    en: () =>
      'A name stands twice in the evidence file, and programs may read it differently: it proves nothing. Ask whoever issued it for the original.',
  },
  'evidence-newer': {
    zh: (p) => `证据文件的格式（${p.format}）比这个程序新，请用新版程序核验。`,
    en: (p) => `The format of the evidence file (${p.format}) is newer than this program; check it with a newer one.`,
  },
  'evidence-other-page': {
    zh: (p) =>
      `内容出自 ${p.version} 版程序，却放在 ${p.page} 版的页面里：页面或内容被换过。请向出具单位索取原件，或用命令核验。`,
    en: (p) =>
      `The content is of version ${p.version} of the program and stands in a page of version ${p.page}: one of them was exchanged. Ask whoever issued it for the original, or check with the command.`,
  },
  'evidence-no-park': {
    zh: (p) => `所附土地里没有园区 ${p.id}`,
    en: (p) => `park ${p.id} is not in the land of the file`,
  },
  'evidence-differs': {
    zh: (p) =>
      `没有生成 ${p.id} 的证据文件：所附资料重新计算的结果与屏幕上的不同（${p.what}）。请把园区文件告诉维护者。`,
    en: (p) =>
      `No evidence file of ${p.id} was made: what it would hold comes to another result than the city (${p.what}). Please tell the maintainers.`,
  },
  'evidence-unwritable': {
    zh: (p) => `没有生成 ${p.id} 的证据文件：资料里有写不成文件的文字或数字（${p.detail}），请改正后再试。`,
    en: (p) =>
      `No evidence file of ${p.id} was made: a text or number of its data cannot be written (${p.detail}). Correct it and try again.`,
  },
  'evidence-no-crypto': {
    zh: () => '没有生成证据文件：这个页面里没有校验和签名的功能。请从 https 或本机地址打开，或换用新版浏览器。',
    en: () =>
      'No evidence file was made: this page has nothing to seal and sign with. Open it by https or from this computer, or use a newer browser.',
  },
  'evidence-no-page': {
    zh: () => '证据文件的页面没有取到，请刷新后再试；仍不行，请先构建网页（npm run build）。',
    en: () => 'The page of evidence files did not come: reload and try again, or build the page first (npm run build).',
  },
  'key-not-pem': {
    zh: (p) =>
      `所选文件里没有完整的密钥（-----BEGIN ${p.label}-----）。${p.label === 'PRIVATE KEY' ? '请选签名用的私钥文件。' : '请给出具单位公布的公钥文件。'}`,
    en: (p) =>
      `The file has no whole key (-----BEGIN ${p.label}-----). Choose the file of the ${p.label === 'PRIVATE KEY' ? 'private key that signs' : 'public key the office makes known'}.`,
  },
  'key-encrypted': {
    zh: () => '私钥有口令，请先去掉：openssl pkcs8 -in 私钥 -out 新文件。',
    en: () => 'The private key has a password; take it away first: openssl pkcs8 -in KEY -out FILE.',
  },
  'key-not-pkcs8': {
    zh: () => '私钥不是 PKCS #8，请先转换：openssl pkcs8 -topk8 -nocrypt -in 私钥 -out 新文件。',
    en: () => 'The private key is no PKCS #8; convert it first: openssl pkcs8 -topk8 -nocrypt -in KEY -out FILE.',
  },
  'key-kind': {
    zh: () => '密钥要是 ECDSA P-256 或 Ed25519，所选的是别的一种。请换一个密钥文件。',
    en: () => 'A key must be of ECDSA P-256 or Ed25519, this one is of another kind. Choose another file.',
  },
};
