// What the files of a pack are read into, who imports it, and how problems are told. Pure.
import type { SignedIn } from '../core/viewer.ts';
import type { Words } from '../i18n/words.ts';

/** Who imports: the operator at the command line, who may do everything, or an account. */
export type Importer = 'operator' | SignedIn;

/** A file of a pack. `name` is what problems call it. Bytes are read as UTF-8. */
export type PackFile = { name: string; content: string | Uint8Array };

/** What is wrong (or worth knowing) at a line of a file, and the mend. Lines count from 1. `place`: how to call it where a line says too little. `code`: where it is another kind of problem than a wrong value. Put into a language where its reader is known (`toldProblem`). */
export type Problem = { file: string; line: number; place?: string | Words; message: Words; code?: ProblemCode };
/** A problem in words of one language. */
export type ToldProblem = Omit<Problem, 'place' | 'message'> & { place?: string; message: string };
export type ProblemCode = 'NOT_FOUND' | 'CONFLICT';

/** Way from the top of a document to a value in it. */
export type Path = readonly (string | number)[];

/** Where an item was written; `line` takes the way to a value inside it. `place`: how to call it where a line says too little. */
export type Where = { file: string; line: (path?: Path) => number; place?: (path?: Path) => Words };

export type Item<T> = { value: T; where: Where };
