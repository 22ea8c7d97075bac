// What is running, as /version tells it.
import packageFile from '../../package.json' with { type: 'json' };
import { methodVersion } from '../alignment/method.ts';

export const version = { name: packageFile.name, version: packageFile.version, method: methodVersion };
