// Bundles web/, the code for browsers, into the one script that pages load.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The text of src/pages/script.ts. */
export async function printScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../web/main.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', modulePreload: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Vite made no output.');
  const code = output.output[0].code.trim();
  return `// Made by \`npm run generate\` from web/. Do not edit.\nexport const script = ${JSON.stringify(code)};\n`;
}
