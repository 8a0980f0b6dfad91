import type { ScenarioRefusal } from '../desk/scenario.ts';
import type { ChangeNote } from '../domain/land/change.ts';
import type { Both, Language } from './language.ts';

const base: Readonly<Record<Language, string>> = { zh: '底稿', en: 'the base' };

/** Why something was not done with scenarios 方案, and what to do; for `sayRefusal`. */
export const scenarioSentences: Readonly<Record<ScenarioRefusal['code'], Both>> = {
  'scenario-name-taken': {
    zh: (p) => `已有方案叫“${p.name}”（删除的方案也保留名称），请换一个名称。`,
    en: (p) => `There is a scenario "${p.name}" already (dropped ones keep their names); give another name.`,
  },
  'scenario-name-missing': { zh: () => '请填写方案名称。', en: () => 'Give the scenario a name.' },
  'scenario-reason-missing': {
    zh: () => '请写明采用的理由，它会记入历史。',
    en: () => 'Write down why it is taken over: that goes into the history.',
  },
  'scenario-gone': {
    zh: () => '这个方案已经删除，可能是在另一个窗口。请在“已删除”中恢复后再试。',
    en: () => 'This scenario was dropped, perhaps in another window. Restore it under "dropped" and try again.',
  },
  'scenario-elsewhere': {
    zh: (p) =>
      `另一个窗口已转到${p.name === '' ? base.zh : `方案“${p.name}”`}，这一步是为先前的方案做的，没有执行。转回去再做。`,
    en: (p) =>
      `Another window went to ${p.name === '' ? base.en : `the scenario "${p.name}"`}; this was meant for the one before and was not done. Go back to it and do it again.`,
  },
};

type ScenarioNote = Extract<ChangeNote['code'], `scenario-${string}`>;

/** What taking over a scenario is called in the history. */
export const scenarioSteps: Readonly<Record<ScenarioNote, Both>> = {
  'scenario-taken': {
    zh: (p) => `采用“${p.name}”（${p.on}）：${p.reason}`,
    en: (p) => `"${p.name}" taken over (${p.on}): ${p.reason}`,
  },
  'scenario-in-hand': {
    zh: (p) => `以上是方案“${p.name}”，尚未采用`,
    en: (p) => `the above is the scenario "${p.name}", not taken over`,
  },
};
