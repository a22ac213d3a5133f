import { parseInput } from './command';
import { commandOf, commands } from './commands';
import { fileReason } from './fileReason';
import { commandHelp, program, programHelp } from './help';
import { CommandError, ExitCode, type Io, print, tell, UsageError } from './io';
import { version } from './version';

/** Runs the command that the arguments name, tells what went wrong, and returns the exit code. Never throws. */
export async function runProgram(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      const verb = commandOf(args[0] ?? '') ? ` ${args[0]}` : '';
      tell(io, `${program}: ${error.message}\nTry '${program}${verb} --help'.`);
    } else if (error instanceof CommandError) {
      tell(io, `${program}: ${error.message}`);
    } else if (error instanceof Error && 'path' in error && 'code' in error) {
      tell(io, `${program}: ${error.path}: ${fileReason(error)}`);
    } else {
      tell(io, `${program}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    return ExitCode.wrongUse;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-V') {
    await print(io, `${version}\n`);
    return ExitCode.fine;
  }
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    await print(io, programHelp(commands, io));
    return ExitCode.fine;
  }
  if (first === undefined) {
    throw new UsageError('Say what to do.');
  }
  const name = first === 'help' ? rest[0]! : first;
  const command = commandOf(name);
  if (!command) {
    throw new UsageError(`There is no command "${name}".${nearest(name)}`);
  }
  if (first === 'help' || rest.includes('--help') || rest.includes('-h')) {
    await print(io, commandHelp(command, io));
    return ExitCode.fine;
  }
  return command.run(parseInput(command, rest), io);
}

/** What a mistyped command may have meant: one with the same beginning. */
function nearest(name: string): string {
  const like = commands.find((command) => command.name.slice(0, 3) === name.slice(0, 3));
  return like ? ` Did you mean "${like.name}"?` : '';
}
