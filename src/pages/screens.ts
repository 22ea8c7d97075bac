// All screens, in the order of the ways to them. A new one is registered here and nowhere else.

import { compareScreen } from './compare-screen.ts';
import { homeScreen } from './home-screen.ts';
import { matrixScreen } from './matrix-screen.ts';
import { overviewScreen } from './overview-screen.ts';
import type { Screen } from './screen.ts';
import { synergyScreen } from './synergy-screen.ts';
import { threatsScreen } from './threats-screen.ts';

export const screens: readonly Screen[] = [homeScreen, overviewScreen, matrixScreen, threatsScreen, synergyScreen, compareScreen];
