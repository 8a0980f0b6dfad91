/** What was tampered with may hold anything in the place of anything: null where nothing can be made of it. */
export function tried<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
