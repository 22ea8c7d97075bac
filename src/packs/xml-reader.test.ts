// What reading XML promises of hostile and broken files: a verdict in words, at a line, soon. All of them are written here.
import { expect, test } from 'vitest';
import { inEnglish } from './problems.ts';
import { openXml } from './xml-reader.ts';

type Content = Uint8Array | string;

/** What is told of a file, and the elements and texts that were read before. */
function read(content: Content, pieceLength = content.length): { told: string | null; seen: string[] } {
  const seen: string[] = [];
  const xml = openXml('a.xml', {
    open: (name, attributes) => {
      seen.push(`<${name}${Object.keys(attributes).join(' ')}>`);
      return undefined;
    },
    text: (text) => void seen.push(text),
    close: () => void seen.push('</>'),
  });
  for (let at = 0; at < content.length; at += pieceLength) xml.write(content.slice(at, at + pieceLength));
  xml.end();
  const problem = xml.problem();
  return { told: problem && inEnglish(problem), seen };
}

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** UTF-16 with its byte order mark. */
function utf16(text: string, isBig: boolean): Uint8Array {
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
}

const laughs = `<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE a [\n<!ENTITY l0 "ha">\n${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('\n')}\n]>\n<a>&l30;</a>`;

const doctype = 'a DOCTYPE stands here. It could bring in what is not in the file, so it is not read. Remove it.';
const entity = 'an entity stands here that XML does not have. Only &amp; &lt; &gt; &quot; &apos; and numbers are read. Write the character itself.';
const cut = 'it is cut off. Get the whole file.';

test.each<[string, Content, string]>([
  ['an entity bomb', laughs, `a.xml:3: ${doctype}`],
  ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', `a.xml:1: ${doctype}`],
  ['an external DTD', '\n<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', `a.xml:2: ${doctype}`],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/"> %b;]><a/>', `a.xml:1: ${doctype}`],
  ['a DOCTYPE that is never closed', `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(100_000)}`, `a.xml:1: ${doctype}`],
  ['a DOCTYPE in UTF-16 little-endian', utf16('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', false), `a.xml:2: ${doctype}`],
  ['a DOCTYPE in UTF-16 big-endian', utf16('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', true), `a.xml:1: ${doctype}`],
  ['a DOCTYPE in UTF-16 without a mark', utf16('<!DOCTYPE a><a/>', false).subarray(2), `a.xml:1: ${doctype}`],
  ['a DOCTYPE after the root element begins', '<a>\n<!DOCTYPE b></a>', `a.xml:2: ${doctype}`],
  ['an unknown entity', '<a>\n&lol;</a>', `a.xml:2: ${entity}`],
  ['an entity named like what objects have', '<a>&constructor;</a>', `a.xml:1: ${entity}`],
  ['an entity named __proto__', '<a b="&__proto__;"/>', `a.xml:1: ${entity}`],
  [
    '100,000 levels',
    '<a>\n'.repeat(100_000),
    'a.xml:65: elements stand in one another deeper than 64 levels, which is no such file. Make it flatter.',
  ],
  [
    '50,000 attributes',
    `<a>\n<b ${Array.from({ length: 50_000 }, (_, index) => `x${index}=""`).join(' ')}/></a>`,
    'a.xml:2: an element has more than 256 attributes. Remove some.',
  ],
  ['an attribute twice', '<a b="1" b="2"/>', 'a.xml:1: this is not well-formed XML: "duplicate attribute: b". Correct the line, or the one before.'],
  ['a huge text', `<a>${'x'.repeat(3_000_000)}</a>`, 'a.xml:1: a text, a value, a name or a comment has more than 1048576 characters. Shorten it.'],
  [
    'a huge attribute',
    `<a b="${'x'.repeat(3_000_000)}"/>`,
    'a.xml:1: a text, a value, a name or a comment has more than 1048576 characters. Shorten it.',
  ],
  [
    'a huge comment',
    `<a><!--${'x'.repeat(3_000_000)}--></a>`,
    'a.xml:1: a text, a value, a name or a comment has more than 1048576 characters. Shorten it.',
  ],
  ['a huge name', `<${'x'.repeat(3_000_000)}/>`, 'a.xml:1: the first 1048576 characters hold no element. This is no such file.'],
  ['endless space before the root', `${' '.repeat(3_000_000)}<a/>`, 'a.xml:1: the first 1048576 characters hold no element. This is no such file.'],
  [
    'endless comments before the root',
    `${'<!---->'.repeat(300_000)}<a/>`,
    'a.xml:1: the first 1048576 characters hold no element. This is no such file.',
  ],
  ['code 0', '<a>\n\0</a>', 'a.xml:2: a character stands here that no XML text may hold. Remove it.'],
  ['code 0 by number', '<a>\n&#0;</a>', 'a.xml:2: a number of a character stands here that no XML text may hold. Remove it.'],
  ['code 1 in XML 1.1', '<?xml version="1.1"?><a>&#1;</a>', 'a.xml:1: a number of a character stands here that no XML text may hold. Remove it.'],
  ['half a character by number', '<a>&#xD800;</a>', 'a.xml:1: a number of a character stands here that no XML text may hold. Remove it.'],
  ['half a character', '<a>\ud800</a>', 'a.xml:1: the text holds half of a character (a lone surrogate). Save it as UTF-8 text.'],
  [
    'another encoding that is declared',
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>',
    'a.xml:1: the file says that its encoding is "ISO-8859-1", which is not read. Save the file as UTF-8, and say encoding="UTF-8" in its first line.',
  ],
  [
    'UTF-16 that is declared and is none',
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
    'a.xml:1: the file says that its encoding is "UTF-16", and its bytes are not. Save the file as UTF-8, and say encoding="UTF-8" in its first line.',
  ],
  ['bytes that are no UTF-8', '<a>\n\n\xe9</a>', 'a.xml:3: this line holds bytes that no UTF-8 text has. Save the file as UTF-8.'],
  [
    'UTF-32',
    '\xff\xfe\0\0<\0\0\0a\0\0\0',
    'a.xml:1: the file is UTF-32, which is not read. Save the file as UTF-8, and say encoding="UTF-8" in its first line.',
  ],
  ['a cut in an element', '<a>\n<b>text', `a.xml:2: the file ends inside <b>: ${cut}`],
  ['a cut in a tag', '<a>\n<b', `a.xml:2: the file ends inside <a>: ${cut}`],
  ['a cut in a character', '<a>\xc3', `a.xml:1: the file ends in the middle of a character: ${cut}`],
  ['an end tag of another name', '<a>\n<b></c></a>', 'a.xml:2: an element is closed here that is not the one open. Correct the line, or one before.'],
  [
    'two root elements',
    '<a/>\n<b/>',
    'a.xml:2: this is not well-formed XML: "documents may contain only one root". Correct the line, or the one before.',
  ],
  ['text after the root', '<a/>\nb', 'a.xml:2: text stands outside of the root element. Remove it, or check that this is XML.'],
  ['nothing', ' \n', 'a.xml:1: the file is empty. Give one with content.'],
  ['comments only', '<!-- a -->', 'a.xml:1: the file holds no element, so it is no XML. Check that it is the file that was meant.'],
])('a file with %s is refused at its line', (name, content, told) => {
  // Text as text where bytes could not say it; everything else as the bytes of a file.
  const given = typeof content === 'string' && name !== 'half a character' ? bytes(content) : content;
  expect(read(given).told).toBe(told);
});

test('verdict and content do not depend on how a file comes in pieces, down to single bytes', () => {
  const whole = '<?xml version="1.0"?>\r\n<!-- ü -->\n<a b="1">é 𝄞 &amp; &#x1F600;<c/><![CDATA[<x>]]>\n</a>';
  const encoded = new TextEncoder().encode(whole);
  const expected = read(encoded);
  expect(expected.told).toBe(null);
  for (const length of [1, 2, 3, 7]) {
    const { told, seen } = read(encoded, length);
    expect(told).toBe(null);
    expect(seen.join('')).toBe(expected.seen.join(''));
    expect(read(bytes(laughs), length).told).toBe(`a.xml:3: ${doctype}`);
  }
  expect(expected.seen.join('')).toBe('<ab>é 𝄞 & 😀<c></><x>\n</>');
});

test('UTF-16 is read with its mark, in both orders, whatever the declaration says', () => {
  for (const isBig of [true, false])
    expect(read(utf16('<?xml version="1.0" encoding="utf-16"?><a>é𝄞</a>', isBig), 3)).toEqual({ told: null, seen: expect.arrayContaining(['</>']) });
});

test('a text that says it is in another encoding is read where it is decoded already', () => {
  expect(read('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>')).toEqual({ told: null, seen: ['<a>', 'é', '</>'] });
});

test('names that JavaScript gives a meaning of its own are names like any other', () => {
  const { told, seen } = read('<__proto__ __proto__="1" constructor="2"><prototype/></__proto__>');
  expect(told).toBe(null);
  expect(seen).toEqual(['<__proto____proto__ constructor>', '<prototype>', '</>', '</>']);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('what stands before a mistake is read, an element that is closed wrongly is not told as closed', () => {
  expect(read('<a><b>1</b><c>2</d></a>').seen).toEqual(['<a>', '<b>', '1', '</>', '<c>', '2']);
});
