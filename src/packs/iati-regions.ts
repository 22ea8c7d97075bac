// Which of our regions the region codes of IATI stand for. Pure.

/**
 * Region codes of DAC (vocabulary 1). Codes whose region we have none for (Central Asia, Oceania, Middle and Southern Africa, the states
 * of the former Yugoslavia) are not here: they are kept as text.
 */
const dacRegions: Readonly<Record<string, readonly string[]>> = {
  89: ['region:europe'],
  189: ['region:north-africa'],
  289: ['region:sub-saharan-africa'],
  298: ['region:africa'],
  // Withdrawn, but still in files: the West Indies.
  380: ['region:caribbean'],
  // "North & Central America", later "Caribbean & Central America": of states that receive aid these are the same.
  389: ['region:caribbean', 'region:central-america'],
  489: ['region:south-america'],
  // Of the Americas, those that receive aid.
  498: ['region:latin-america'],
  589: ['region:middle-east'],
  679: ['region:south-asia'],
  789: ['region:east-asia', 'region:south-east-asia'],
  798: ['region:asia'],
  998: ['region:world'],
  1027: ['region:eastern-africa'],
  1030: ['region:west-africa'],
  1031: ['region:caribbean'],
  1032: ['region:central-america'],
};

/** Region codes of UN M49 (vocabulary 2), where our region is taken from M49. */
const m49Regions: Readonly<Record<string, readonly string[]>> = {
  '001': ['region:world'],
  '002': ['region:africa'],
  '005': ['region:south-america'],
  '011': ['region:west-africa'],
  '013': ['region:central-america'],
  '014': ['region:eastern-africa'],
  '015': ['region:north-africa'],
  '029': ['region:caribbean'],
  '030': ['region:east-asia'],
  '034': ['region:south-asia'],
  '035': ['region:south-east-asia'],
  '142': ['region:asia'],
  '150': ['region:europe'],
  '202': ['region:sub-saharan-africa'],
  '419': ['region:latin-america'],
};

const byVocabulary = new Map([
  ['1', new Map(Object.entries(dacRegions))],
  ['2', new Map(Object.entries(m49Regions))],
]);

/** Our regions for a code; none where we have no such region or the vocabulary is the reporter's own. **Source** DAC and M49 lists of regions. */
export function regionsOf(vocabulary: string | null, code: string): readonly string[] {
  return byVocabulary.get(vocabulary ?? '1')?.get(vocabulary === '2' ? code.padStart(3, '0') : code) ?? [];
}
