import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The words of the page in one language; the Chinese table gives the shape. */
export type UiTexts = typeof zh;

export const uiTexts: Readonly<Record<Language, UiTexts>> = { zh, en };
