// Reads XML piece by piece behind counters of its own, so that a hostile file costs no more than an honest one. Pure.
import { SaxesParser } from 'saxes';
import { plain } from '../i18n/words.ts';
import type { Problem } from './model.ts';
import { quote } from './problems.ts';
import { doctypeIn, type Encoding, encodingOf, headBytes, lineEnds } from './xml-text.ts';

/** Levels of elements, attributes of one element, and characters of one text, comment or value that a file may have. */
export const xmlMax = { depth: 64, attributes: 256, token: 1024 * 1024 } as const;

/** Bytes, or characters, given to the parser at once: between two pieces the counters are looked at. */
const pieceLength = 64 * 1024;

/** Attributes by name, without a prototype: a name such as __proto__ is a name like any other. */
export type XmlAttributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** An element begins, on this line. What is returned, if anything, is why the file cannot be read any further. */
  open: (name: string, attributes: XmlAttributes, line: number) => string | undefined;
  /** Text of the element that is open, whole or in pieces. */
  text: (text: string) => void;
  /** The element that is open ends, on this line. */
  close: (line: number) => void;
};

export type XmlReader = {
  /** Bytes in the order of the file, or text where it is decoded already. After a problem nothing more is read. */
  write: (piece: Uint8Array | string) => void;
  /** The file is over. */
  end: () => void;
  /** Why the file could not be read to its end. */
  problem: () => Problem | null;
  /** The line that is being read. */
  line: () => number;
};

/** Marks the end of reading; the problem says why. */
const stopped = new Error('Reading has stopped.');

/**
 * Opens a reader for one file. It stops at the first thing that is not well-formed, at a DOCTYPE, at an entity other than the five of
 * XML, and at what goes beyond `xmlMax`. Handlers were told of whatever stands before.
 */
export function openXml(file: string, handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  // The parser looks entities up on an object that would also know "constructor".
  parser.ENTITIES = Object.assign(Object.create(null), { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" });
  let problem: Problem | null = null;
  let prolog: string | null = '';
  let [depth, attributes, given, lastEvent, startLine] = [0, 0, 0, 0, 1];
  let closed: number | null = null;

  function stop(message: string, line = parser.line): never {
    problem ??= { file, line, message: plain(message) };
    throw stopped;
  }

  /** An end tag of another name reaches us before the error does: each end is told only when something else follows. */
  function event(): void {
    lastEvent = parser.position;
    if (closed === null) return;
    const line = closed;
    closed = null;
    handlers.close(line);
  }

  parser.on('error', (error) => stop(syntaxMessage(error.message, depth)));
  parser.on('doctype', () => stop(doctypeMessage));
  parser.on('comment', event);
  parser.on('processinginstruction', event);
  parser.on('opentagstart', () => {
    event();
    prolog = null;
    attributes = 0;
    startLine = parser.line;
    if (++depth > xmlMax.depth) stop(`elements stand in one another deeper than ${xmlMax.depth} levels, which is no such file. Make it flatter.`);
  });
  parser.on('attribute', () => {
    lastEvent = parser.position;
    if (++attributes > xmlMax.attributes) stop(`an element has more than ${xmlMax.attributes} attributes. Remove some.`);
  });
  parser.on('opentag', (tag) => {
    const refusal = handlers.open(tag.name, tag.attributes, startLine);
    if (refusal !== undefined) stop(refusal, startLine);
  });
  const onText = (text: string) => {
    event();
    if (depth > 0) handlers.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    event();
    closed = parser.line;
    depth--;
  });

  function parse(text: string): void {
    if (prolog !== null) {
      prolog += text;
      const at = doctypeIn(prolog);
      if (at !== null) stop(doctypeMessage, 1 + lineEnds(prolog.slice(0, at)));
      if (prolog.length > xmlMax.token) stop(`the first ${xmlMax.token} characters hold no element. This is no such file.`, 1);
    }
    parser.write(text);
    given += text.length;
    if (given - lastEvent > xmlMax.token) stop(`a text, a value, a name or a comment has more than ${xmlMax.token} characters. Shorten it.`);
  }

  function guarded(work: () => void): void {
    if (problem !== null) return;
    try {
      work();
    } catch (error) {
      if (error !== stopped) throw error;
    }
  }

  const decode = openDecoder(parse, stop);
  return {
    write: (piece) => guarded(() => (typeof piece === 'string' ? writeText(piece, parse, stop) : decode.write(piece))),
    end: () =>
      guarded(() => {
        decode.end();
        if (prolog?.trim() === '') stop('the file is empty. Give one with content.', 1);
        if (prolog !== null) stop('the file holds no element, so it is no XML. Check that it is the file that was meant.', 1);
        parser.close();
        event();
      }),
    problem: () => problem,
    line: () => parser.line,
  };
}

const doctypeMessage = 'a DOCTYPE stands here. It could bring in what is not in the file, so it is not read. Remove it.';

type Stop = (message: string, line?: number) => never;

function writeText(text: string, parse: (text: string) => void, stop: Stop): void {
  if (!text.isWellFormed()) stop('the text holds half of a character (a lone surrogate). Save it as UTF-8 text.', 1);
  for (let at = 0; at < text.length; at += pieceLength) parse(text.slice(at, at + pieceLength));
}

/** Finds the encoding out of the first bytes, then hands on text. */
function openDecoder(parse: (text: string) => void, stop: Stop) {
  let head: Uint8Array | null = new Uint8Array(0);
  let decoder: TextDecoder | null = null;

  function decodePiece(bytes: Uint8Array | null, using: TextDecoder): void {
    let text: string;
    try {
      text = bytes === null ? using.decode() : using.decode(bytes, { stream: true });
    } catch {
      // Whatever stands before the bad bytes is read, so that the line is right and nothing good is lost.
      const readable = bytes === null ? '' : new TextDecoder(using.encoding).decode(bytes);
      parse(readable.slice(0, Math.max(0, readable.indexOf('\uFFFD'))));
      const name = using.encoding.toUpperCase();
      stop(
        bytes === null
          ? 'the file ends in the middle of a character: it is cut off. Get the whole file.'
          : `this line holds bytes that no ${name} text has. Save the file as UTF-8.`,
      );
    }
    parse(text);
  }

  function begin(bytes: Uint8Array): TextDecoder {
    const found = encodingOf(bytes.subarray(0, headBytes));
    if ('message' in found) stop(found.message, 1);
    return newDecoder(found.encoding, stop);
  }

  function pieces(bytes: Uint8Array, using: TextDecoder): void {
    for (let at = 0; at < bytes.length; at += pieceLength) decodePiece(bytes.subarray(at, at + pieceLength), using);
  }

  return {
    write(bytes: Uint8Array): void {
      if (decoder !== null) {
        pieces(bytes, decoder);
        return;
      }
      const first = joined(head ?? bytes, bytes);
      head = first;
      if (first.length < headBytes) return;
      head = null;
      decoder = begin(first);
      pieces(first, decoder);
    },
    end(): void {
      if (decoder === null && head !== null && head.length > 0) {
        decoder = begin(head);
        pieces(head, decoder);
      }
      if (decoder !== null) decodePiece(null, decoder);
    },
  };
}

function newDecoder(encoding: Encoding, stop: Stop): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return stop(`the file is ${encoding.toUpperCase()}, which is not read here. Save it as UTF-8.`, 1);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The parser's words, without its place, as a sentence with the mend. */
function syntaxMessage(written: string, depth: number): string {
  const words = written.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const unclosed = /^unclosed tag: (.*)$/s.exec(words);
  if (unclosed) return `the file ends inside <${cut(unclosed[1] ?? '')}>: it is cut off. Get the whole file.`;
  if (words.startsWith('unexpected end')) return 'the file ends in the middle of a tag or a comment: it is cut off. Get the whole file.';
  if (words.includes('doctype')) return doctypeMessage;
  if (words === 'undefined entity' || words.includes('entity name')) {
    return 'an entity stands here that XML does not have. Only &amp; &lt; &gt; &quot; &apos; and numbers are read. Write the character itself.';
  }
  if (words === 'malformed character entity') return 'a number of a character stands here that no XML text may hold. Remove it.';
  if (words === 'disallowed character') return 'a character stands here that no XML text may hold. Remove it.';
  if (words === 'text data outside of root node' && depth === 0)
    return 'text stands outside of the root element. Remove it, or check that this is XML.';
  const close = /^(?:unexpected close tag|unmatched closing tag: .*)$/s.test(words);
  if (close) return 'an element is closed here that is not the one open. Correct the line, or one before.';
  return `this is not well-formed XML: ${quote(words)}. Correct the line, or the one before.`;
}

const cut = (name: string) => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
