import { tuneForFilter } from './filterTuning';
import { ExitCode } from './io';
import { runProgram } from './program';

// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? ExitCode.fine : ExitCode.wrongUse);
});

const args = process.argv.slice(2);
if (args.includes('--ndjson')) {
  tuneForFilter();
}

void runProgram(args, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
