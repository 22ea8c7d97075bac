// All screens, in the order of the ways to them. A new one is registered here and nowhere else.
import { deskScreen } from './desk-screen.ts';
import { editStrategyScreen, newStrategyScreen } from './edit-screens.ts';
import { homeScreen } from './home-screen.ts';
import { matrixScreen } from './matrix-screen.ts';
import type { Screen } from './screen.ts';

export const screens: readonly Screen[] = [homeScreen, matrixScreen, deskScreen, newStrategyScreen, editStrategyScreen];
