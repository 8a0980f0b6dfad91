export { languageOf, type Language, type Both } from './language.ts';
export { sayRefusal } from './refusals.ts';
export { sayNote, sayProblem } from './problems.ts';
export { outcomeOrder, outcomeWord } from './outcomes.ts';
export { missingText, sayFinding, type Labels } from './findings.ts';
export { boundText, fixed, opText, quantityText, unitText, valueText } from './figures.ts';
export { sayNotes, sayStep, sayValue } from './trace.ts';
