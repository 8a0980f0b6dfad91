export { languageOf, type Language, type Both } from './language.ts';
export { sayRefusal } from './refusals.ts';
export { filesColumns } from './columns-told.ts';
export { filesText, sayNote, sayProblem } from './problems.ts';
export { outcomeOrder, outcomeWord } from './outcomes.ts';
export { missingText, sayFinding } from './findings.ts';
export { industryNames, labelsFrom, type Labels } from './labels.ts';
export {
  boundText,
  displayed,
  displayedMargin,
  displayedText,
  fixed,
  opText,
  quantityText,
  termText,
  unitText,
  type Displayed,
  type Written,
} from './figures.ts';
export { nearestFirst } from './crs-names.ts';
export { effectText, gapsText, gapWords, itemsOf } from './gaps.ts';
export { countedText, shownPair, type ShownPair } from './pair.ts';
export { labelOfStep, sayNotes, sayStep, sayStepValue, sayValue } from './trace.ts';
