// What a workbook must be before anything of it is read: a small archive of plain parts, without formulas, programs or far cells. Pure.
import { Inflate, unzipSync } from 'fflate';
import { say, type Words } from '../i18n/words.ts';

/** **Source** security plan, row 26. A sheet that is sent back has a dozen parts and a fraction of a megabyte. */
const entriesMax = 200;
const inflatedBytesMax = 20_000_000;
const ratioMax = 100;
/** Bytes that any part may have, whatever its ratio: a part of blanks is small. */
const smallPartBytes = 100_000;
const rowsMax = 5_000;
const columnsMax = 50;

type Part = { name: string; size: number; originalSize: number };

/** What is wrong with the archive; null where it may be read. */
export function archiveProblem(bytes: Uint8Array): Words | null {
  const signature = bytes.subarray(0, 4);
  if (signature[0] === 0xd0 && signature[1] === 0xcf) return say('pack.oldWorkbook');
  if (signature[0] !== 0x50 || signature[1] !== 0x4b) return say('pack.noXlsx');
  const parts: Part[] = [];
  try {
    // The directory alone: nothing is inflated.
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts.push({ name, size, originalSize });
        return false;
      },
    });
  } catch {
    return broken;
  }
  return directoryProblem(parts) ?? contentProblem(bytes, parts);
}

const broken = say('pack.damaged');

function directoryProblem(parts: readonly Part[]): Words | null {
  if (parts.length > entriesMax) return say('pack.manyParts', { count: parts.length, max: entriesMax });
  const total = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const isPacked = ({ size, originalSize }: Part) => originalSize > smallPartBytes && originalSize > size * ratioMax;
  if (total > inflatedBytesMax || parts.some(isPacked)) return say('pack.unpacks');
  const names = parts.map(({ name }) => name.replaceAll('\\', '/'));
  if (new Set(names).size < names.length || names.some((name) => name.startsWith('/') || name.split('/').includes('..'))) return broken;
  if (names.some((name) => /vbaProject\.bin$|\.bin$|\/embeddings\/|\/externalLinks\//i.test(name) && !/printerSettings/i.test(name)))
    return say('pack.holdsProgram');
  return names.includes('xl/workbook.xml') ? null : say('pack.noWorkbook');
}

/** The parts are small by what the directory says, and no part may hold more than that. */
function contentProblem(bytes: Uint8Array, parts: readonly Part[]): Words | null {
  let texts: Map<string, Uint8Array>;
  try {
    texts = inflatedParts(bytes, parts);
  } catch {
    return broken;
  }
  for (const [name, content] of texts) {
    const text = new TextDecoder().decode(content);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return broken;
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    // Of a formula only the value would be read, and nobody would see what made it.
    if (/<(?:\w+:)?f[\s>/]/.test(text)) {
      const [, cell] = /<(?:\w+:)?c\s[^<>]*?\br="([A-Z]+\d+)"[^<>]*>\s*<(?:\w+:)?f[\s>/]/.exec(text) ?? [];
      return cell ? say('pack.formulaAt', { cell }) : say('pack.formula');
    }
    for (const [, column = '', row = ''] of text.matchAll(/\br="([A-Z]+)(\d+)"/g))
      if (isFar(column, Number(row))) return say('pack.farCell', { cell: `${column}${row}` });
    for (const [, row] of text.matchAll(/<(?:\w+:)?row\b[^<>]*?\br="(\d+)"/g))
      if (Number(row) > rowsMax) return say('pack.farRow', { row: Number(row) });
  }
  return null;
}

/** Bytes that are inflated at once: they become a thousand times as many at most, and then the size of the part is held against them. */
const stepBytes = 4_096;

/** Every part, inflated step by step. Throws as soon as one has more bytes than the directory says, or where the archive is damaged. */
function inflatedParts(bytes: Uint8Array, parts: readonly Part[]): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at -= 1;
  at = view.getUint32(at + 16, true);
  const texts = new Map<string, Uint8Array>();
  for (const { name, size, originalSize } of parts) {
    const [method, local] = [view.getUint16(at + 10, true), view.getUint32(at + 42, true)];
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.subarray(start, start + size);
    texts.set(name, method === 0 ? packed : inflatedTo(packed, originalSize));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return texts;
}

function inflatedTo(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Error('more bytes than the directory says');
    whole.set(chunk, length);
    length += chunk.length;
  });
  for (let from = 0; from < packed.length; from += stepBytes) stream.push(packed.subarray(from, from + stepBytes), from + stepBytes >= packed.length);
  if (length < size) throw new Error('fewer bytes than the directory says');
  return whole;
}

function isFar(column: string, row: number): boolean {
  const index = [...column].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
  return index > columnsMax || row > rowsMax;
}
