import { expect, test } from 'vitest';
import { generatedFiles, staleFiles } from '../scripts/generate.ts';

test('the generated files are what "npm run generate" makes of the migrations and the schema, and come out the same each time', async () => {
  const files = await generatedFiles();
  expect([...files.keys()]).toContain('schema/tables.sql');
  expect(await staleFiles(files)).toEqual([]);
  expect(await generatedFiles()).toEqual(files);
});
