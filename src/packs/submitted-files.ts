// The files of a pack as an account sends them: how many, how large, and what they may be called. Pure.
import { Buffer } from 'node:buffer';

export const filesMax = 1_000;
export const packBytesMax = 25_000_000;
/** A document is read as a whole, before anyone else is answered; a sheet is read row by row, and IATI activities one by one. */
export const documentBytesMax = 1_000_000;
const nameLengthMax = 200;

/** A problem of the files themselves. `field`: such as "files[2].name". */
export type FileProblem = { field: string; message: string };
export type SubmittedFile = { name: string; content: string };

/** What is wrong with the files before any is read; none: they may be read. */
export function fileProblems(files: readonly SubmittedFile[]): FileProblem[] {
  if (files.length === 0) return [{ field: 'files', message: 'there is no file. Send at least one, with its name and content.' }];
  if (files.length > filesMax)
    return [
      { field: 'files', message: `there are ${written(files.length)} files, and at most ${written(filesMax)} are read at once. Send them in parts.` },
    ];
  const sizes = files.map(({ content }) => Buffer.byteLength(content));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > packBytesMax)
    return [{ field: 'files', message: `the files have ${written(total)} bytes, and at most 25 MB are read at once. Send them in parts.` }];
  const first = new Map<string, number>();
  return files.flatMap(({ name }, index): FileProblem[] => {
    const field = `files[${index}]`;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    if (name.trim() === '' || name.length > nameLengthMax || /[\p{Cc}\u2028\u2029]/u.test(name))
      return [{ field: `${field}.name`, message: `a name has 1 to ${nameLengthMax} characters on one line. Rename the file.` }];
    if (earlier !== undefined) return [{ field: `${field}.name`, message: `${name}: files[${earlier}] has this name too. Rename one.` }];
    const isDocument = !/\.(csv|xml)$/i.test(name);
    if (isDocument && (sizes[index] ?? 0) > documentBytesMax)
      return [
        { field: `${field}.content`, message: `${name}: a YAML, JSON or XLSX file has at most 1 MB. Split it, or let the operator import it.` },
      ];
    return [];
  });
}

const written = (count: number) => count.toLocaleString('en');
