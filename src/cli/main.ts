import { ExitCode } from './io';
import { runProgram } from './program';

// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? ExitCode.fine : ExitCode.wrongUse);
});

// Until the recogniser scripts have moved: without a verb, documents on standard input are extracted.
const args = process.argv.length > 2 || process.stdin.isTTY ? process.argv.slice(2) : ['extract', '--ndjson'];

void runProgram(args, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
