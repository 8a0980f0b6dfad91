import type { Report } from '../formats/report/document.ts';

export type ReportFormat = 'docx' | 'xlsx';

/** What the worker that writes a report is sent, and what it sends back. */
export interface ReportAsk {
  readonly report: Report;
  readonly format: ReportFormat;
}
export type ReportReply =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A bug: the page shows the message. */
  | { readonly kind: 'fault'; readonly message: string };
