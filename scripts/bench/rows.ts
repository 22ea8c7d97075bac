// Rows of a world before they are written.

/** Rows by table, under the names of their columns. */
export type Rows = Record<string, object[]>;
