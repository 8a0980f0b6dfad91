import { zh } from './visitor/zh.ts';

/*
 * What the page of a visitor of the published map says from the first: plain words, and nothing of the office's tables, which would
 * be ten times what the page may weigh. What is asked for later brings its own. Chinese is there from the first, so that there are
 * words whatever does not come; English is fetched by who reads it.
 */

export type VisitorTexts = typeof zh;
export const visitorTexts = { zh, en: async (): Promise<VisitorTexts> => (await import('./visitor/en.ts')).en };
