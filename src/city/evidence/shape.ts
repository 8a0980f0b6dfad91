import type { ChangeNote } from '../../domain/land/change.ts';
import type { VertexPrecision } from '../../domain/geometry/measure/uncertainty.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { PlaceNames } from '../place-names.ts';

/*
 * 证据文件, an evidence file: a park with all that its figures and verdicts rest on, what they come to, and a seal over both
 * (docs/evidence.md). Plain data: it is written as JSON and read by whoever.
 */

/** What is said of the park, as it was computed. */
export interface Stated extends PlaceNames {
  readonly facts: ParkFacts;
  /** Of each trace only the steps its sentence rests on. */
  readonly findings: readonly Finding[];
}

/** All that the seal covers. */
export interface EvidenceContent {
  readonly format: 1;
  /** Day it was made on, YYYY-MM-DD. */
  readonly made: string;
  readonly park: { readonly id: string; readonly name: string };
  /** True for synthetic data. */
  readonly sample: boolean;
  /** Which page it is in: the version of the product, and SHA-256 of the page without this content. */
  readonly program: { readonly version: string; readonly sha256: string };
  readonly law: {
    readonly policy: { readonly id: string; readonly version: string };
    /** The pack, its files by name. */
    readonly files: Readonly<Record<string, string>>;
    /** Day the policy is judged on, YYYY-MM-DD. */
    readonly date: string;
    readonly precision?: VertexPrecision;
  };
  /** What the land was read from. */
  readonly source: { readonly title: string; readonly files: readonly string[] };
  /** What was done to it since, the first step first. */
  readonly history: readonly ChangeNote[];
  /** Exchange files in full precision: one, or two where buildings came in other coordinates than parcels. */
  readonly land: readonly object[];
  readonly stated: Stated;
}

/** Before it is known which page it goes into. */
export type Unplaced = Omit<EvidenceContent, 'program'>;

export type SignatureAlgorithm = 'ECDSA-P256-SHA256' | 'Ed25519';

export interface Seal {
  /** Of the canonical form of the content, in hexadecimal digits. */
  readonly sha256: string;
  readonly signature?: {
    readonly algorithm: SignatureAlgorithm;
    /** Base64, of the same bytes; of ECDSA r and s one after the other. */
    readonly value: string;
    /** Base64 of the SubjectPublicKeyInfo. */
    readonly publicKey: string;
  };
}

export interface Evidence {
  readonly content: EvidenceContent;
  readonly seal: Seal;
  /** Of one that was read: a number in its text is not written as any was when it was made, which no hash of the content tells. */
  readonly isRewritten?: boolean;
}
