// All screens, in the order of the ways to them. A new one is registered here and nowhere else.
import { coverageScreen } from './coverage-screen.ts';
import { elementsScreen } from './elements-screen.ts';
import { homeScreen } from './home-screen.ts';
import { matrixScreen } from './matrix-screen.ts';
import type { Screen } from './screen.ts';
import { threatMatrixScreen } from './threat-matrix-screen.ts';

export const screens: readonly Screen[] = [homeScreen, matrixScreen, elementsScreen, threatMatrixScreen, coverageScreen];
