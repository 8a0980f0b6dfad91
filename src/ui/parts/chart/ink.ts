/*
 * Colours of charts: tokens of the look, which the SVG takes as they are, so that a change of theme draws nothing anew.
 * Land classes, textures and verdicts have channels of their own: what is drawn is ink, what can be pressed or is chosen accent.
 */
export const INK = 'var(--ink-2)';
export const PALE = 'var(--line-2)';
export const TRACK = 'var(--paper-3)';
export const PAPER = 'var(--paper)';
export const ACCENT = 'var(--accent)';
export const WASH = 'var(--accent-wash)';
export const FAIL = 'var(--v-fail)';
