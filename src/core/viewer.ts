// Who is asking. Only the public view exists so far: it sees what is published and public.

/** The reader on whose behalf a request is answered. */
export type Viewer = { role: 'PUBLIC' };

export const publicViewer: Viewer = { role: 'PUBLIC' };
