import type { Part } from './offline-line.ts';

const parts: Part[] = [];

/** Parts that came past the keeper of the page's files, which did not stand yet: it is told of them once it does. */
export const unkeptParts = (): readonly Part[] => parts;

/** Whether a keeper stands between the page and its host; so too where there will never be one. */
export const isKept = (): boolean => globalThis.navigator?.serviceWorker?.controller !== null;

export function noteUnkept(address: string, range: string): void {
  parts.push({ address: new URL(address, document.baseURI).href, range });
}
