import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh, type UiTexts } from './zh.ts';

export type { UiTexts };

export const uiTexts: Readonly<Record<Language, UiTexts>> = { zh, en };
