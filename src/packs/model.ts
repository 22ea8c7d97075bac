// What the files of a pack are read into, and how problems are told. Pure.

/** A file of a pack. `name` is what problems call it. Bytes are read as UTF-8. */
export type PackFile = { name: string; content: string | Uint8Array };

/** What is wrong (or worth knowing) at a line of a file, and the mend. Lines count from 1. */
export type Problem = { file: string; line: number; message: string };

/** Way from the top of a document to a value in it. */
export type Path = readonly (string | number)[];

/** Where an item was written; `line` takes the way to a value inside it. */
export type Where = { file: string; line: (path?: Path) => number };

export type Item<T> = { value: T; where: Where };
