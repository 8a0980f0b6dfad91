import type { Part } from './offline-line.ts';

const parts: Part[] = [];
let follower: (() => void) | null = null;

/** Parts that came past the keeper of the page's files, which did not stand yet: it is told of them once it does. */
export const unkeptParts = (): readonly Part[] => parts;

/** Whether a keeper stands between the page and its host; so too where there will never be one. */
export const isKept = (): boolean => globalThis.navigator?.serviceWorker?.controller !== null;

/** Calls when another has come: it may have been on its way when the keeper was told of those before. */
export function followUnkept(call: () => void): void {
  follower = call;
}

export function noteUnkept(address: string, range: string): void {
  parts.push({ address: new URL(address, document.baseURI).href, range });
  follower?.();
}
