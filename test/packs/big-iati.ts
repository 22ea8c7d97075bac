// Reads a made-up IATI file of so many million bytes, which is never held whole, and prints how far memory grew. Run by a test as a process of its own.
import { reportIati, surveyIati } from '../../src/packs/iati-report.ts';

const bytesMin = Number(process.argv[2] ?? 50) * 1024 * 1024;
const encoder = new TextEncoder();
let bytes = 0;

function activity(index: number): string {
  const transactions = Array.from(
    { length: 10 },
    (_, at) =>
      `<transaction><transaction-type code="${(at % 3) + 2}"/><transaction-date iso-date="20${20 + at}-01-01"/><value value-date="2029-01-01">${index}.5</value><provider-org><narrative>Example Ministry</narrative></provider-org></transaction>`,
  );
  return `<iati-activity xml:lang="en" default-currency="EUR"><iati-identifier>XM-EXAMPLE-${index}</iati-identifier>
<reporting-org ref="XM-EXAMPLE"><narrative>Example Agency</narrative></reporting-org>
<title><narrative>Example activity ${index}</narrative></title><description><narrative>${'An example and nothing else. '.repeat(20)}</narrative></description>
<participating-org role="4"><narrative>Example Institute</narrative></participating-org><activity-status code="2"/><activity-date type="1" iso-date="2029-01-01"/>
<recipient-country code="XA" percentage="50"/><recipient-region code="298" percentage="50"/><sector code="16063"/>
<budget><period-start iso-date="2029-01-01"/><period-end iso-date="2029-12-31"/><value value-date="2029-01-01">1000</value></budget>
${transactions.join('\n')}<related-activity ref="XM-EXAMPLE-${index - 1}" type="3"/></iati-activity>\n`;
}

async function* pieces() {
  bytes = 0;
  const piece = (text: string) => {
    const encoded = encoder.encode(text);
    bytes += encoded.length;
    return encoded;
  };
  yield piece('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n');
  for (let index = 0; bytes < bytesMin; index++) yield piece(activity(index));
  yield piece('</iati-activities>');
}

const known = {
  states: new Map([['XA', 'XAA']]),
  regions: new Set(['region:africa']),
  sectors: new Map([['16063', 'threat:drug-trafficking']]),
  recorded: new Map(),
  named: new Map(),
  asOf: '2029-06-01',
};
const [before, begin] = [process.memoryUsage().rss, performance.now()];
const files = [{ name: 'big.xml', open: pieces }];
const { counts, problems, warnings } = await reportIati(files, await surveyIati(files), known);
const growthMb = Math.round((process.resourceUsage().maxRSS * 1024 - before) / 1024 / 1024);
console.log(
  JSON.stringify({
    bytes,
    counts,
    problems: problems.length,
    warnings: warnings.length,
    growthMb,
    seconds: Math.round((performance.now() - begin) / 100) / 10,
  }),
);
