// Entry of the command line, `npm run synergy -- COMMAND`.
import { runProgram } from './cli/program.ts';

process.exitCode = await runProgram(process.argv.slice(2));
