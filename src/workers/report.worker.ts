import type { ReportAsk, ReportReply } from '../client/report-line.ts';

const written = async ({ report, format }: ReportAsk): Promise<Uint8Array> =>
  format === 'docx'
    ? (await import('../formats/report/docx.ts')).reportDocx(report)
    : (await import('../formats/report/xlsx.ts')).reportXlsx(report);

self.addEventListener('message', ({ data }: MessageEvent<ReportAsk>) => {
  const reply = (message: ReportReply) => self.postMessage(message);
  written(data).then(
    (bytes) => reply({ kind: 'written', bytes: bytes as Uint8Array<ArrayBuffer> }),
    (error: unknown) => reply({ kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
