/** The policy pack's files as text, bundled with the worker, by file name. */
const bundled = import.meta.glob<string>('/data/policies/zhengzhou-draft/*.{yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const packTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(bundled).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
);
