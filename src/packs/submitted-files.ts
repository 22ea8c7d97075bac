// The files of a pack as an account sends them: how many, how large, and what they may be called. Pure.
import { Buffer } from 'node:buffer';
import { at, say, type Words } from '../i18n/words.ts';

export const filesMax = 1_000;
export const packBytesMax = 25_000_000;
/** A document is read as a whole, before anyone else is answered; a sheet is read row by row, and IATI activities one by one. */
export const documentBytesMax = 1_000_000;
const nameLengthMax = 200;

/** A problem of the files themselves. `field`: such as "files[2].name". */
export type FileProblem = { field: string; message: Words };
export type SubmittedFile = { name: string; content: string };

/** What is wrong with the files before any is read; none: they may be read. */
export function fileProblems(files: readonly SubmittedFile[]): FileProblem[] {
  if (files.length === 0) return [{ field: 'files', message: say('pack.noFile') }];
  if (files.length > filesMax) return [{ field: 'files', message: say('pack.manyFiles', { count: files.length, max: filesMax }) }];
  const sizes = files.map(({ content }) => Buffer.byteLength(content));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > packBytesMax) return [{ field: 'files', message: say('pack.manyBytes', { bytes: total }) }];
  const first = new Map<string, number>();
  return files.flatMap(({ name }, index): FileProblem[] => {
    const field = `files[${index}]`;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    if (name.trim() === '' || name.length > nameLengthMax || /[\p{Cc}\u2028\u2029]/u.test(name))
      return [{ field: `${field}.name`, message: say('pack.fileName', { max: nameLengthMax }) }];
    if (earlier !== undefined) return [{ field: `${field}.name`, message: at(name, say('pack.sameFileName', { index: earlier })) }];
    const isDocument = !/\.(csv|xml)$/i.test(name);
    if (isDocument && (sizes[index] ?? 0) > documentBytesMax) return [{ field: `${field}.content`, message: at(name, say('pack.largeDocument')) }];
    return [];
  });
}
