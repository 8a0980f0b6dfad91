/*
 * Browsers decode GBK but encode only UTF-8. The table is turned round once, from the decoder itself.
 */
let table: ReadonlyMap<string, number> | null = null;

function encodingTable(): ReadonlyMap<string, number> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, (lead << 8) | trail);
    }
  table = found;
  return found;
}

/** The text in GBK, or null where it holds a character GBK has not. */
export function encodeGbk(text: string): Uint8Array | null {
  const codes = encodingTable();
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else {
      const pair = codes.get(character);
      if (pair === undefined) return null;
      bytes[length++] = pair >> 8;
      bytes[length++] = pair & 0xff;
    }
  }
  return bytes.slice(0, length);
}
