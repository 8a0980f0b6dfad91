import type { Language } from '../language.ts';

const zh = {
  label: '带走和核验',
  downloads: '下载所见',
  qr: '二维码',
  check: '自己核验',
  save: '离线保存',
  failed: '没有打开，请检查网络后重试。',
};

const en: typeof zh = {
  label: 'Take along and check',
  downloads: 'Download',
  qr: 'QR code',
  check: 'Check it yourself',
  save: 'Keep offline',
  failed: 'It did not open: check the network and try again.',
};

export const moreTexts: Readonly<Record<Language, typeof zh>> = { zh, en };
