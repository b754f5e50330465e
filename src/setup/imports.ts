import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/** One `import` (or re-export, or `import()`) in a file: what it asks for (empty: made up at run time), and whether for types alone. */
export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** All imports that a TypeScript file states, `import type`, `import()` and `import('…').Type` included. Throws if it does not parse. */
export function importsOf(file: string): Import[] {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const found: Import[] = [];
  const add = (from: string, typeOnly: boolean): void => void found.push({ from, typeOnly });
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source.value, node.exportKind === 'type');
    },
    ImportExpression: ({ source }) => add(source.type === 'Literal' ? String(source.value) : '', false),
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program);
  return found;
}
