// A place for every state and territory in a grid of equal tiles: roughly where it lies to its neighbours, and no statement on any boundary. Pure.

/** One line a row from north to south; three letters a tile from west to east, dots where there is none. Our own layout. */
const grid = `
... ... CAN ... ... ... ... ... ... ... ... ... ... ISL ... ... ... NOR SWE FIN
... ... USA ... ... ... ... ... ... ... ... ... ... ... ... ... ... DNK ... EST ... ... RUS
... ... ... ... ... ... ... ... BMU ... ... ... ... IRL GBR ... ... ... ... LVA
... ... ... ... ... ... ... ... BHS TCA ... ... ... ... ... ... NLD DEU POL LTU BLR ... ... ... ... ... KAZ ... ... MNG
... ... MEX ... ... ... CUB ... HTI DOM VGB AIA ... ... ... BEL LUX CZE SVK ... UKR ... ... ... ... ... UZB KGZ ... CHN ... PRK ... JPN
... ... ... GTM BLZ ... CYM JAM ... ... KNA ATG ... ... FRA CHE LIE AUT HUN ROU MDA ... ... GEO ... TKM ... TJK ... ... ... KOR
... ... ... SLV HND ... ... ... ... ... MSR DMA PRT ESP AND MCO SVN HRV SRB BGR ... TUR ... ARM AZE ... AFG ... NPL BTN
... ... ... ... NIC ... ... ... CUW ... ... LCA ... ... ... SMR ITA BIH XKX MKD ... ... LBN SYR IRQ IRN PAK IND BGD MMR LAO VNM HKG
... ... ... ... CRI PAN ... ... ... ... VCT BRB ... ... ... MLT VAT MNE ALB GRC CYP ISR PSE JOR KWT ... ... ... ... ... THA KHM ... PHL ... PLW FSM ... MHL
... ... ... ... ... ... COL VEN ... ... GRD TTO ... MAR DZA TUN ... LBY ... EGY ... ... ... SAU BHR QAT MDV LKA ... ... MYS ... BRN ... ... ... ... NRU ... KIR
... ... ... ... ... ECU ... ... GUY SUR ... ... ESH MRT MLI ... NER ... TCD SDN ERI ... ... YEM OMN ARE ... ... ... ... SGP IDN TLS ... PNG SLB ... ... TUV
... ... ... ... ... ... PER ... BRA ... CPV ... SEN GIN BFA TGO BEN NGA CAF SSD ETH DJI ... ... ... ... ... ... ... ... ... ... ... ... ... ... VUT FJI ... WSM ... COK PYF
... ... ... ... ... ... ... BOL PRY ... ... GMB SLE LBR CIV GHA GNQ CMR ... UGA KEN SOM ... ... ... ... ... ... ... ... ... ... ... ... ... ... NCL ... TON ... NIU
... ... ... ... ... ... CHL ARG URY ... ... ... GNB ... ... STP GAB COG COD RWA TZA ... SYC ... ... ... ... ... ... ... ... ... ... AUS
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... AGO ZMB BDI MWI COM ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... NZL
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... NAM BWA ZWE MOZ MDG MUS
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ZAF SWZ
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... LSO
`;

type Tile = { key: string; row: number; column: number };

const places = new Map(
  grid
    .trim()
    .split('\n')
    .flatMap((line, row) => line.split(' ').map((key, column): [string, Tile] => [key, { key, row, column }])),
);

/**
 * Tiles for some states, moved together: no more than one empty row or column is kept between two that are used. Those without a place in
 * the grid, such as made-up ones, stand in a row of their own below.
 */
export function tilesOf(keys: readonly string[]): Tile[] {
  const placed = keys.flatMap((key) => places.get(key) ?? []);
  const rows = closedUp(placed.map(({ row }) => row));
  const columns = closedUp(placed.map(({ column }) => column));
  const tiles = placed.map(({ key, row, column }) => ({ key, row: rows.get(row) ?? 0, column: columns.get(column) ?? 0 }));
  const below = tiles.length === 0 ? 0 : Math.max(...tiles.map(({ row }) => row)) + 2;
  return [...tiles, ...keys.filter((key) => !places.has(key)).map((key, column) => ({ key, row: below, column }))];
}

/** Positions from 0 on, with steps of one, or of two where there was room between. */
function closedUp(used: readonly number[]): Map<number, number> {
  const sorted = [...new Set(used)].toSorted((a, b) => a - b);
  const closed = new Map<number, number>();
  let at = 0;
  for (const [index, position] of sorted.entries()) {
    if (index > 0) at += position - (sorted[index - 1] ?? 0) > 1 ? 2 : 1;
    closed.set(position, at);
  }
  return closed;
}
