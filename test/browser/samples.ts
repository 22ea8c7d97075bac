// An address or two of every screen, by its pattern.

export const samples: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  '/r/:organization/matrix': [
    '/r/caricom/matrix',
    '/r/ecowas/matrix?order=similarity&only=differences&since=2020-01-01&cell=GHA.ecowas-drug-crime-action-plan-2016-2020.p2.o1',
    '/r/aes/matrix',
  ],
};
