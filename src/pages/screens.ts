// All screens, in the order of the ways to them. A new one is registered here and nowhere else.
import { aboutScreen } from './about-screen.ts';
import { homeScreen } from './home-screen.ts';
import { matrixScreen } from './matrix-screen.ts';
import { methodScreen } from './method-screen.ts';
import type { Screen } from './screen.ts';
import { searchScreen } from './search-screen.ts';
import { stateRecordScreen } from './state-record-screen.ts';
import { statesScreen } from './states-screen.ts';
import { strategiesScreen } from './strategies-screen.ts';
import { strategyScreen } from './strategy-screen.ts';

export const screens: readonly Screen[] = [
  homeScreen,
  matrixScreen,
  statesScreen,
  stateRecordScreen,
  strategiesScreen,
  strategyScreen,
  searchScreen,
  methodScreen,
  aboutScreen,
];
