// What pages gain where scripts run: arrow keys in matrices, cells that open without loading the page anew, and neighbours in networks. Everything works without.
import { openCells } from './cells.ts';
import { gridKeys } from './keys.ts';
import { highlightNeighbours } from './network.ts';

gridKeys();
openCells();
highlightNeighbours();
