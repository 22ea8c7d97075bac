// Reads the files of a pack from disk. Node only.
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { plain } from '../i18n/words.ts';
import type { PackFile, Problem } from './model.ts';
import { fileBytesMax, fileTooLarge } from './text.ts';

/** Files that were read, those to be read piece by piece, the names of those that are no pack files, and what could not be read. */
export type FilesRead = { files: PackFile[]; streams: { name: string; bytes: number }[]; skipped: string[]; problems: Problem[] };

/**
 * Reads files, and folders with all that is in them, in order of their names. Files are called as they were reached.
 * An XML file is read only where it is given by its name: folders hold many that are meant for other programs.
 */
export async function readPackFiles(paths: readonly string[]): Promise<FilesRead> {
  const read: FilesRead = { files: [], streams: [], skipped: [], problems: [] };
  for (const given of paths) await readPath(given, true, read);
  return read;
}

/** The bytes of a file, piece by piece. */
export function streamFile(name: string): AsyncIterable<Uint8Array> {
  return createReadStream(name);
}

async function readPath(name: string, isNamed: boolean, read: FilesRead): Promise<void> {
  try {
    const about = await stat(name);
    if (about.isDirectory()) {
      const entries = await readdir(name, { withFileTypes: true });
      const inOrder = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      // A link could lead back up: only those given by name are followed.
      for (const entry of inOrder) {
        const inner = path.join(name, entry.name);
        if (entry.isSymbolicLink()) read.skipped.push(inner);
        else await readPath(inner, false, read);
      }
    } else if (!about.isFile() || (!isNamed && !/\.(ya?ml|json|csv)$/i.test(name))) {
      read.skipped.push(name);
    } else if (/\.xml$/i.test(name)) {
      read.streams.push({ name, bytes: about.size });
    } else if (about.size > fileBytesMax) {
      read.problems.push(fileTooLarge(name));
    } else {
      read.files.push({ name, content: await readFile(name) });
    }
  } catch (error) {
    read.problems.push({ file: name, line: 1, message: plain(`${reason(error)} Check the path.`) });
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user.';
  return `it cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`;
}
