/** What was chosen before on this device. Storage may be closed to us (private mode, policy); then it lasts as long as the page. */
export function recalled(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The same where it is one of these. */
export function remembered<T extends string>(key: string, values: readonly T[]): T | null {
  const value = recalled(key);
  return values.find((own) => own === value) ?? null;
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered; still switched.
  }
}
