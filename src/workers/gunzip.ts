import { gunzipSync } from 'fflate';

/** Unpacks gzip; passes anything else through, because a server may have unpacked it on the way. */
export const gunzip = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
