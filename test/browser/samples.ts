// An address or two of every screen, by its pattern: what is usual, what is fullest, and what is empty.

const matrix = 'order=similarity&only=differences&since=2020-01-01';

export const samples: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  '/r/:organization/overview': ['/r/caricom/overview?since=2020-01-01', '/r/aes/overview'],
  '/r/:organization/matrix': [
    '/r/caricom/matrix',
    `/r/ecowas/matrix?${matrix}&cell=GHA.ecowas-drug-crime-action-plan-2016-2020.p2.o1`,
    '/r/aes/matrix',
  ],
  '/r/:organization/elements': ['/r/caricom/elements?cell=JAM.prevention', `/r/asean/elements?${matrix}`],
  '/r/:organization/coverage': ['/r/caricom/coverage'],
  '/r/:organization/threat-matrix': ['/r/caricom/threat-matrix?cell=JAM.firearms-trafficking'],
  '/r/:organization/threats': ['/r/caricom/threats?threat=firearms-trafficking'],
  '/r/:organization/synergy': ['/r/caricom/synergy'],
  '/r/:organization/assistance': ['/r/caricom/assistance'],
  '/r/:organization/calendar': ['/r/caricom/calendar'],
  '/assistance': ['/assistance'],
  '/assistance/needs/:key': [],
  '/assistance/activities/:key': ['/assistance/activities/TA001'],
  '/sessions': ['/sessions'],
  '/sessions/:key': [],
  '/calendar': ['/calendar'],
  '/states': ['/states'],
  '/states/:state': ['/states/JAM?since=2020-01-01&cell=JAM.caricom-crime-security-strategy-2013.p2.o1'],
  '/strategies': ['/strategies?scopes=DRUGS'],
  '/strategies/:key': ['/strategies/caricom-crime-security-strategy-2013'],
  '/strategies/:key/monitoring': ['/strategies/caricom-crime-security-strategy-2013/monitoring'],
  '/compare': ['/compare', '/compare?states=JAM,TTO,HTI'],
  '/search': ['/search', '/search?q=firearms'],
  '/method': ['/method'],
  '/about': ['/about'],
  '/desk': ['/desk'],
  '/desk/strategies/new': [],
  '/desk/strategies/:key': [],
};
