import { parseArgs } from 'node:util';
import { type Io, UsageError } from './io';

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
  /** Placeholder of the value in the help: "FILE". */
  readonly value?: string;
  /** The values it takes, for checking, help and completion. */
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One verb of the command line: what its help says and what it does. */
export interface Command {
  readonly name: string;
  /** One line, no full stop. */
  readonly summary: string;
  /** Forms of calling it, without the program's name. */
  readonly synopsis: readonly string[];
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** What its exit codes 0, 1 and 2 mean, where it is not the usual. */
  readonly exitStatus?: readonly (readonly [number, string])[];
  readonly examples: readonly (readonly [string, string])[];
  /** What its arguments are, for completion. */
  readonly argument?: 'file' | 'word';
  readonly words?: readonly string[];
  run(input: CommandInput, io: Io): Promise<number>;
}

const common: Readonly<Record<string, OptionSpec>> = {
  help: { type: 'boolean', short: 'h', help: 'Show this help and exit.' },
};

/** All options of a command, those of every command included. */
export function optionsOf(command: Command): Readonly<Record<string, OptionSpec>> {
  return { ...command.options, ...common };
}

/** Reads the arguments of a command. Throws {@link UsageError}. */
export function parseInput(command: Command, args: readonly string[]): CommandInput {
  const options = optionsOf(command);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, short, multiple = false }]) => [
          name,
          { type, multiple, ...(short ? { short } : {}) },
        ]),
      ),
    });
    for (const [name, { choices }] of Object.entries(options)) {
      const value = values[name];
      if (choices && typeof value === 'string' && !choices.includes(value)) {
        throw new UsageError(`--${name} takes one of ${choices.join(', ')}, not "${value}".`);
      }
    }
    return { values: values as CommandInput['values'], positionals };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) {
      throw error;
    }
    // The rest of Node's message is about its own library.
    throw new UsageError(`${error.message.split(/\.\s|\n/)[0]}.`);
  }
}

/** The value of a string option. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? value : undefined;
}
