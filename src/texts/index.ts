export { languageOf, type Language, type Both } from './language.ts';
export { sayRefusal } from './refusals.ts';
export { filesText, sayNote, sayProblem } from './problems.ts';
export { outcomeOrder, outcomeWord } from './outcomes.ts';
export { missingText, sayFinding, type Labels } from './findings.ts';
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
  valueText,
  type Against,
  type Displayed,
  type ShownUnit,
} from './figures.ts';
export { labelOfStep, sayNotes, sayStep, sayStepValue, sayValue } from './trace.ts';
