import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A place in the program that makes a refusal or a note, with the facts it gives to the sentence. */
export interface Site {
  readonly where: string;
  readonly code: string;
  /** Value of each fact where it stands in the program, else null. */
  readonly params: Readonly<Record<string, string | number | null>>;
  /** Some facts are taken over from elsewhere and not known here. */
  readonly open: boolean;
}

const source = path.resolve('src');

/** Every place in `src/` where code and facts are written side by side: `refuse('code', {…})` and `{ code: 'code', params: {…} }`. */
export function sitesIn(): readonly Site[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test|\.d)\.ts$/.test(name)); // prettier-ignore
  return files.flatMap((name) => {
    const text = readFileSync(path.join(source, name), 'utf8');
    const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const found: Site[] = [];
    const visit = (node: ts.Node): void => {
      const site = ofCall(node) ?? ofRecord(node);
      if (site) {
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push(...site.codes.map((code) => ({ where: `${name}:${line}`, code, ...factsOf(site.facts) })));
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

interface Made {
  readonly codes: readonly string[];
  readonly facts: ts.Expression | undefined;
}

function ofCall(node: ts.Node): Made | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'refuse') return null;
  const codes = node.arguments[0] ? textsOf(node.arguments[0]) : [];
  return codes.length > 0 ? { codes, facts: node.arguments[1] } : null;
}

function ofRecord(node: ts.Node): Made | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  const [code, params] = ['code', 'params'].map((name) => memberOf(node, name));
  if (!code || !params || !ts.isObjectLiteralExpression(params)) return null;
  const codes = textsOf(code);
  return codes.length > 0 ? { codes, facts: params } : null;
}

const memberOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties
    .filter(ts.isPropertyAssignment)
    .find((member) => ts.isIdentifier(member.name) && member.name.text === name)?.initializer;

/** The texts an expression may be: a literal, or one of two. */
function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return [];
}

function factsOf(facts: ts.Expression | undefined): Pick<Site, 'params' | 'open'> {
  if (!facts) return { params: {}, open: false };
  if (!ts.isObjectLiteralExpression(facts)) return { params: {}, open: true };
  const params: Record<string, string | number | null> = {};
  let open = false;
  for (const member of facts.properties) {
    // What is only sometimes there is not counted on; what is taken over whole is not known here.
    if (ts.isSpreadAssignment(member)) open ||= !isOptional(member.expression);
    else if (member.name && ts.isIdentifier(member.name)) params[member.name.text] = valueOf(member);
  }
  return { params, open };
}

const isOptional = (node: ts.Expression): boolean => ts.isParenthesizedExpression(node) && ts.isBinaryExpression(node.expression); // prettier-ignore

function valueOf(member: ts.ObjectLiteralElementLike): string | number | null {
  if (!ts.isPropertyAssignment(member)) return null;
  if (ts.isStringLiteral(member.initializer)) return member.initializer.text;
  return ts.isNumericLiteral(member.initializer) ? Number(member.initializer.text) : null;
}

/** Every code of `formats/contract.ts` with the facts its comment promises always: `// {name, found?}` promises the name. */
export function promised(): readonly Site[] {
  const text = readFileSync(path.join(source, 'formats/contract.ts'), 'utf8');
  return [...text.matchAll(/^ *(?:export type \w+ =)? *\| '([a-z0-9-]+)';?(?: *\/\/ *(?:\{([^}]*)\})?.*)?$/gm)].map(
    (found) => {
      const facts = (found[2] ?? '').split(',').map((fact) => fact.trim().replace(/:.*$/, ''));
      const always = facts.filter((fact) => /^\w+$/.test(fact));
      return { where: 'formats/contract.ts', code: found[1], params: Object.fromEntries(always.map((fact) => [fact, null])), open: false }; // prettier-ignore
    },
  );
}

/** The keys of the tables of sentences, by the file and the name of the constant they are in. */
export function keysOf(file: string, table: string): readonly string[] {
  const tree = ts.createSourceFile(file, readFileSync(path.join(source, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.name.getText() === table &&
      node.initializer &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      // prettier-ignore
      for (const { name } of node.initializer.properties) if (name) keys.push(name.getText().replace(/'/g, ''));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return keys;
}
