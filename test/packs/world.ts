// A small made-up world as pack files: concepts, an organization of three states, a regional strategy and a plan linked to it.
import type { PackFile } from '../../src/packs/model.ts';

export const concepts: PackFile[] = [
  {
    name: 'threats.csv',
    content: [
      'id,parent,name_en,name_fr,name_zh,treaty_anchor',
      'drug-trafficking,,Drug trafficking,Trafic de drogues,毒品贩运,',
      'opioids,drug-trafficking,Opioids,Opioïdes,,',
      'cybercrime,,Cybercrime,Cybercriminalité,网络犯罪,',
    ].join('\n'),
  },
  {
    name: 'elements.csv',
    content: 'id,order,group,paragraph,name_en,name_zh\nprevention,1,core,29,Prevention,预防\nlegal-framework,2,core,29,Legal framework,法律框架',
  },
  {
    name: 'treaty.json',
    content: JSON.stringify({
      schema: 'treaty/1',
      instruments: [
        {
          id: 'untoc',
          title: { en: 'Convention' },
          adopted: '2000-11-15',
          provisions: [{ id: 'untoc:31', article: 31, title: { en: 'Prevention' }, threats: ['cybercrime'] }],
        },
      ],
    }),
  },
  { name: 'assistance_themes.csv', content: 'theme,concept\ncyber,threat:cybercrime\nprisons,' },
  { name: 'dac_sectors.csv', content: 'code,label_en,threat_hint,verified\n15130,Legal development,,recalled' },
];

export const members: PackFile[] = [
  {
    name: 'states.csv',
    content: 'iso3,iso2,m49,kind,name_en,name_fr,note\nXAA,,,un_member,Aland,Alande,\nXAB,,,un_member,Beland,,\nXAC,,,un_member,Celand,,',
  },
  { name: 'territories.csv', content: 'code,m49,name_en\nXZT,,Isle of Te' },
  {
    name: 'organizations.csv',
    content: 'org,acronym,name_en,kind,seat_iso3,founded,verified\nletters,LTR,Union of Letters,regional,XAA,1990,recalled',
  },
  {
    name: 'memberships.csv',
    content:
      'org,iso3,from_year,to_year,role,note,verified\nletters,XAA,1990,,member,,\nletters,XAB,1990,2020,member,left,\nletters,XZT,1995,,associate,,',
  },
  { name: 'treaty_status.csv', content: 'party,instrument,signature_date,consent_date,consent_type,status\nXAA,untoc,,2003-05,accession,party' },
  { name: 'flow_regions.csv', content: 'region,members,basis\nregion:alphabet,XAA;XAB,compiler grouping' },
];

export const regional: PackFile = {
  name: 'letters.yaml',
  content: `schema: strategy/1
id: letters-strategy-2025
title: Strategy of the Union of Letters
owner:
  organization: letters
level: regional
scope: overarching
status: adopted
valid:
  from_year: 2025
structure:
- id: letters-strategy-2025.p1
  kind: pillar
  label: Together against cybercrime
  children:
  - id: letters-strategy-2025.p1.o1
    kind: objective
    label: Share what is known of cybercrime
    addressee: MEMBERS
    tags:
      threats:
      - cybercrime
`,
};

export const plan: PackFile = {
  name: 'xaa.yaml',
  content: `schema: strategy/1
id: xaa-plan-2024
title:
  original: Plano nacional
  original_language: pt
  en: National plan
owner:
  state: XAA
level: national
scope: overarching
themes:
- drug-trafficking
status: adopted
adopted: '2024-03-01'
valid:
  from_year: 2024
  to_year: 2028
verified: true
sources:
- title: Gazette
  ref: https://gazette.example/1
superseded_by:
- xaa-plan-2029
structure:
- id: xaa-plan-2024.p1
  kind: pillar
  label: Prevention
  seen_in_source: true
  children:
  - id: xaa-plan-2024.p1.o1
    kind: objective
    label:
      en: Protect young people from drugs
      fr: Protéger les jeunes contre la drogue
    seen_in_source: true
    tags:
      threats:
      - drug-trafficking
      elements:
      - prevention
      provisions:
      - untoc:31
    children:
    - id: xaa-plan-2024.p1.o1.m1
      kind: measure
      label: Teach in schools
      seen_in_source: false
      responsible: Ministry of Education
      deadline: 2026-06
      citation:
        quote: in every school
        page: 12
  - id: xaa-plan-2024.p1.o2
    kind: objective
    label: Train the courts
    seen_in_source: true
`,
};

export const links: PackFile = {
  name: 'links.csv',
  content: [
    'national,regional,relation,share,status,confidence,rationale,method',
    'xaa-plan-2024.p1.o1,letters-strategy-2025.p1.o1,INTERSECTS,0.5,READ,high,Both are about the young,two analysts agree',
    'xaa-plan-2024,letters-strategy-2025.p1.o1,NO_RELATION,,SUGGESTED,,,',
  ].join('\n'),
};

export const others: PackFile[] = [
  {
    name: 'assessments.yaml',
    content: `schema: assessments/1
assessments:
- id: letters-threats-2024
  title: Threats to the Union of Letters
  jurisdiction: letters
  level: regional
  date: '2024-06-01'
  kind: official
  series: letters-threats
  key_threats: [cybercrime, opioids]
  emerging: [opioids]
`,
  },
  {
    name: 'findings.csv',
    content: 'assessment,series,date,iso3,threat,score,scale_min,scale_max\nletters-threats-2024,letters-threats,2024-06-01,XAA,cybercrime,7.5,1,10',
  },
  {
    name: 'flows.csv',
    content: 'id,threat,origin,transit,destination,period,source_title,source_year\nFL1,opioids,XAA;XZT,region:alphabet,XAB,2019-2022,Report,2023',
  },
  {
    name: 'assistance.csv',
    content:
      'id,name,provider,recipients,themes,start,end,budget,currency,dac_sectors\nTA1,Training,Body,XAA;region:alphabet,cyber;prisons,2020,2022-06,1000.5,EUR,15130',
  },
];

/** All of it. */
export const world: PackFile[] = [...concepts, ...members, regional, plan, links, ...others];

/** A file with some of its text replaced. Throws where the text is not there. */
export function edited(file: PackFile, from: string, to: string): PackFile {
  const text = String(file.content);
  if (!text.includes(from)) throw new Error(`${file.name} does not hold ${from}`);
  return { ...file, content: text.replace(from, () => to) };
}
