// What pages gain where scripts run: arrow keys in matrices, and cells that open without loading the page anew. Everything works without.
import { openCells } from './cells.ts';
import { gridKeys } from './keys.ts';

gridKeys();
openCells();
