// Reads the files out of a zip archive, as far as the tests of documents need it.
import { inflateRawSync } from 'node:zlib';

/** Texts of the files in an archive, by name. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const files = new Map<string, string>();
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28)];
    const [extraLength, commentLength, local] = [buffer.readUInt16LE(at + 30), buffer.readUInt16LE(at + 32), buffer.readUInt32LE(at + 42)];
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const content = buffer.subarray(start, start + size);
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
