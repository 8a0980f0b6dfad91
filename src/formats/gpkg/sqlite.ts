import initialise, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

let engine: Promise<Sqlite3Static> | null = null;

/** SQLite in WebAssembly, from beside the program; loaded once, when the first GeoPackage asks. */
export const sqlite = (): Promise<Sqlite3Static> => (engine ??= quiet());

/** What goes wrong comes back as an error, and need not be said on the console as well. */
async function quiet(): Promise<Sqlite3Static> {
  const loaded = await initialise();
  loaded.config.warn = loaded.config.error = () => undefined;
  return loaded;
}

/** Bytes 18 and 19 of the head: 2 is write-ahead logging, which a database in memory cannot have. */
const journalVersions = 18;

/** Steps of the engine per byte of the file that no honest table needs; a tree that runs in circles does. */
const stepsPerByte = 64;
const leastSteps = 50_000_000;
const stepsPerCall = 100_000;

/**
 * The bytes as a database to read: nothing in its schema is run (no views, triggers or functions of its making are
 * trusted), and work and the length of a value are bounded by the size of the file. Throws what SQLite throws.
 */
export function openToRead({ oo1, capi, wasm }: Sqlite3Static, bytes: Uint8Array): Database {
  const db = new oo1.DB(':memory:');
  try {
    const copy = Uint8Array.from(bytes);
    copy.fill(1, journalVersions, journalVersions + 2);
    const pointer = wasm.allocFromTypedArray(copy);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    const code = capi.sqlite3_deserialize(db, 'main', pointer, copy.length, copy.length, flags);
    if (code !== capi.SQLITE_OK) throw new Error(`sqlite ${code}`);
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, Math.max(copy.length, 100_000));
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON;');
    let steps = 0;
    const most = Math.max(leastSteps, stepsPerByte * copy.length);
    capi.sqlite3_progress_handler(db, stepsPerCall, () => Number((steps += stepsPerCall) > most), 0);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
