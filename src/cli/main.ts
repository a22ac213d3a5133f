import { runExtract } from './commands/extract';
import { runReanchor } from './commands/reanchor';
import { runRelated } from './commands/related';

async function main(): Promise<number> {
  const verb = process.argv[2];
  switch (verb) {
    case 'reanchor':
      return runReanchor();
    case 'related':
      return runRelated();
    default:
      return runExtract();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
