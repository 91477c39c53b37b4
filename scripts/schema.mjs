// @ts-check
/** `npm run schema`: writes the handbook's JSON Schema, which editors and other tools read, from its one source. */
import './setup/node-version.mjs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'vite';
import { handbookJsonSchema } from './json-schema.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

// The source is TypeScript, which Node 20 does not run.
const vite = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { Handbook, Department, Concept, Project, Template, HostAnchor, HostCorrection, Part } =
    await vite.ssrLoadModule('/utils/handbook/schema.ts');
  const schema = handbookJsonSchema({
    Handbook,
    Department,
    Concept,
    Project,
    Template,
    HostAnchor,
    HostCorrection,
    Part,
  });
  const path = `${root}public/handbook.schema.json`;
  await writeFile(path, `${JSON.stringify(schema, null, 2)}\n`);
  say(`Written: ${path}`);
} finally {
  await vite.close();
}
