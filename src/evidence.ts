import { mount } from 'svelte';
import { checkedEvidence } from './city/evidence/check.ts';
import { CONTENT_ID } from './city/evidence/page.ts';
import { evidenceOfPage } from './city/evidence/read.ts';
import { policyView } from './city/policy-view.ts';
import EvidencePage from './ui/evidence/EvidencePage.svelte';
import type { EvidenceCheck } from './ui/evidence/checking.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

// The composition root of an evidence file: one page from a disk, with all it needs in it.
const target = document.getElementById('app');
if (!target) throw new Error('evidence.html holds no #app');
const version = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content ?? '';

/** Lets the page be drawn and keys be heard between the steps. */
const pause = () => new Promise<void>((go) => setTimeout(go));

const check: EvidenceCheck = async (evidence) => {
  const checked = await checkedEvidence(evidence, version, pause);
  const { recomputed } = checked;
  const { date } = evidence.content.law;
  return {
    checked,
    policy: recomputed.ok ? policyView(recomputed.value.pack, date) : null,
    colourOf: (landClass) => (recomputed.ok ? (recomputed.value.pack.landClassOf(landClass)?.colour ?? null) : null),
  };
};

const read = evidenceOfPage(document.getElementById(CONTENT_ID)?.textContent ?? '', version);
target.replaceChildren();
mount(EvidencePage, { target, props: { read, check } });
