// All screens, in the order of the ways to them. A new one is registered here and nowhere else.
import { aboutScreen } from './about-screen.ts';
import { activityScreen } from './activity-screen.ts';
import { assistanceScreens } from './assistance-screen.ts';
import { calendarScreens } from './calendar-screen.ts';
import { compareScreen } from './compare-screen.ts';
import { coverageScreen } from './coverage-screen.ts';
import { deskScreen } from './desk-screen.ts';
import { editStrategyScreen, newStrategyScreen } from './edit-screens.ts';
import { elementsScreen } from './elements-screen.ts';
import { homeScreen } from './home-screen.ts';
import { matrixScreen } from './matrix-screen.ts';
import { methodScreen } from './method-screen.ts';
import { monitoringScreen } from './monitoring-screen.ts';
import { needScreen } from './need-screen.ts';
import { overviewScreen } from './overview-screen.ts';
import type { Screen } from './screen.ts';
import { searchScreen } from './search-screen.ts';
import { sessionScreens } from './session-screens.ts';
import { stateRecordScreen } from './state-record-screen.ts';
import { statesScreen } from './states-screen.ts';
import { strategiesScreen } from './strategies-screen.ts';
import { strategyScreen } from './strategy-screen.ts';
import { synergyScreen } from './synergy-screen.ts';
import { threatMatrixScreen } from './threat-matrix-screen.ts';
import { threatsScreen } from './threats-screen.ts';

export const screens: readonly Screen[] = [
  homeScreen,
  overviewScreen,
  matrixScreen,
  elementsScreen,
  coverageScreen,
  threatMatrixScreen,
  threatsScreen,
  synergyScreen,
  ...assistanceScreens,
  needScreen,
  activityScreen,
  ...sessionScreens,
  ...calendarScreens,
  aboutScreen,
  compareScreen,
  deskScreen,
  newStrategyScreen,
  // After the one above: any other word there is the key of a strategy.
  editStrategyScreen,
  methodScreen,
  searchScreen,
  stateRecordScreen,
  statesScreen,
  strategiesScreen,
  strategyScreen,
  monitoringScreen,
];
