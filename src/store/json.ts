// Shapes of the values kept as JSON, for the row types. Whoever writes such a column passes JSON text of its shape.

/** Texts by language in lower case: en fr es ru zh ar, and "original" where there is one. */
export type Texts = Record<string, string>;

/** A document and where to find it. */
export type SourceReference = { title: string; ref?: string | null };

/** Where a source says something. */
export type Citation = { quote?: string; page?: string | number; paragraph?: string | number; language?: string };
